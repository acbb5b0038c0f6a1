import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startLocalTwilio } from "../../../local-twilio/local-twilio";
import { openAccount, openNamedAccount } from "../../../src/account/account";
import { runLists } from "../../../src/lists/run-lists";
import { SYNC_DOCUMENTS, SYNC_MAPS } from "../../../src/store/maps";

/** The first instant of every test: 5 January 2026, 15:00 UTC, a Monday. */
export const START = Date.parse("2026-01-05T15:00:00Z");

type Data = Readonly<Record<string, unknown>>;

/** How a command ended. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/**
 * The lists command at an owner's desk: in an empty folder, with the unmodified helper library against local Twilio, whose
 * clock is simulated. Failures that the command throws come back as exit code 2, as the script has it.
 */
export async function openDesk() {
  const local = await startLocalTwilio({ now: START });
  const serviceSid = local.sync.createService("gatehouse");
  for (const name of SYNC_MAPS) local.sync.createMap(serviceSid, name);
  for (const name of SYNC_DOCUMENTS) local.sync.setDocument(serviceSid, name, {});
  const folder = mkdtempSync(join(tmpdir(), "lists-"));
  const { sid: accountSid, authToken } = local.account;
  const sleep = async (ms: number) => {
    await local.clock.sleep(ms);
    desk.onSleep();
  };
  const account = openAccount({ accountSid, authToken }, sleep);
  const stop = new AbortController();
  const desk = {
    local,
    account,
    serviceSid,
    folder,
    stop,
    /** Called whenever a command has waited. */
    onSleep: (): void => undefined,
    /** What who sits at the terminal answers; undefined: nobody does. */
    answer: undefined as (() => boolean) | undefined,
    questions: [] as string[],
    variables: { ACCOUNT_SID: accountSid, AUTH_TOKEN: authToken, SYNC_SERVICE_SID: serviceSid } as Record<
      string,
      string
    >,
    write(name: string, content: string | Uint8Array): string {
      writeFileSync(join(folder, name), content);
      return name;
    },
    put: (list: string, key: string, data: Data) =>
      list === "patterns"
        ? local.sync.setDocument(serviceSid, list, { ...desk.list(list), [key]: data })
        : local.sync.setItem(serviceSid, list, key, data),
    list(name: string): Record<string, Data> {
      const { maps, documents } = local.sync.dump(serviceSid);
      return (maps[name] ?? documents[name] ?? {}) as Record<string, Data>;
    },
    async run(...argv: string[]): Promise<Ended> {
      const [out, err]: [string[], string[]] = [[], []];
      const answer = desk.answer;
      const ask = async (question: string) => {
        desk.questions.push(question);
        return answer?.() === true;
      };
      const code = await runLists(argv, {
        print: (text) => out.push(text),
        tell: (text) => err.push(text),
        ask: answer === undefined ? undefined : ask,
        guard: (work) => work(stop.signal),
        variables: desk.variables,
        openAccount: (variables) => ({ ...openNamedAccount(variables), sleep }),
        now: () => local.clock.now(),
        projectDir: folder,
      }).catch((failure: Error) => {
        err.push(failure.message);
        return 2;
      });
      return { code, out: out.join("\n"), err: err.join("\n") };
    },
    /** The document that a command prints with --json. */
    async json(...argv: string[]) {
      const { code, out, err } = await desk.run(...argv, "--json");
      if (out === "") throw new Error(err);
      return { code, ...JSON.parse(out) };
    },
    close: () => local.close(),
  };
  return desk;
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;
