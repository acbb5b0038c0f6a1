import { collectFacts } from "./collect-facts";
import type { FactName, Facts, Get } from "./facts";
import type { Finding } from "./finding";

/** Something that the doctor looks at. */
export interface Check {
  /** As `--only` and JSON have it. */
  readonly name: string;
  /** As people read it. */
  readonly title: string;
  /** @throws MissingFacts when a fact that it needs cannot be had */
  readonly run: (get: Get) => Promise<readonly Finding[]>;
}

/** A check in its parts: the facts that it needs, and a pure function from them to what there is to say. */
export interface CheckParts<Needs extends FactName> {
  readonly name: string;
  readonly title: string;
  readonly needs: readonly Needs[];
  readonly judge: (facts: Pick<Facts, Needs>) => readonly Finding[];
}

export function check<Needs extends FactName>({ name, title, needs, judge }: CheckParts<Needs>): Check {
  return { name, title, run: async (get) => judge(await collectFacts(get, needs)) };
}
