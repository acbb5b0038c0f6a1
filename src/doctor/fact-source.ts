import { collectFacts } from "./collect-facts";
import type { FactName, Facts, Get } from "./facts";
import { CannotGather } from "./missing-facts";
import type { World } from "./world";

/** Where a fact comes from. */
export interface FactSource<Value> {
  /** Why a check that needs it was not made: a clause such as `the account cannot be read`. */
  readonly lacking: string;
  readonly gather: (get: Get, world: World) => Promise<Value>;
}

/** How a fact is gathered, once the facts that it needs are there. */
export interface Gathering<Needs extends FactName, Value> {
  readonly lacking: string;
  readonly needs: readonly Needs[];
  /** After so many real seconds it is given up. */
  readonly seconds: number;
  readonly gather: (facts: Pick<Facts, Needs>, world: World) => Value | Promise<Value>;
}

/** Makes a source. The time limit is its own: what it needs is gathered before. */
export function gathering<Needs extends FactName, Value>({
  lacking,
  needs,
  seconds,
  gather,
}: Gathering<Needs, Value>): FactSource<Value> {
  return {
    lacking,
    gather: async (get, world) => {
      const facts = await collectFacts(get, needs);
      return within(seconds, lacking, async () => gather(facts, world));
    },
  };
}

async function within<T>(seconds: number, lacking: string, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const failure = new CannotGather(`${lacking}: no answer within ${seconds} s`, "Try again");
    timer = setTimeout(() => reject(failure), seconds * 1000);
  });
  return Promise.race([work(), late]).finally(() => clearTimeout(timer));
}
