import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openAccount } from "../../../src/account/account";
import { givenAnswers } from "../../../src/setup/given-answers";
import type { QuestionName } from "../../../src/setup/question";
import { runSetup, type SetupInput } from "../../../src/setup/run-setup";

const folders: string[] = [];

/** An empty project. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "gatehouse-setup-"));
  folders.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

type Answers = Partial<Record<QuestionName, string>>;

/** Runs setup in a folder, with flags, variables, and whatever else is unlike a plain run without a terminal. */
export function run(
  folder: string,
  flags: Answers,
  { variables = {}, ...more }: Partial<SetupInput> & { variables?: Record<string, string> } = {},
) {
  const pairs = Object.entries(flags).filter((pair): pair is [QuestionName, string] => pair[1] !== undefined);
  let count = 0;
  return runSetup({
    folder,
    given: givenAnswers(new Map(pairs), variables),
    talk: undefined,
    isOffline: false,
    isDry: false,
    secrets: {
      isAnew: false,
      randomHex: (bytes) => {
        count += 1;
        return String(count % 10).repeat(bytes * 2);
      },
    },
    localTimezone: "Europe/Berlin",
    openAccount: (credentials) => openAccount(credentials, () => Promise.resolve()),
    ...more,
  });
}
