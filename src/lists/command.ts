import type { ParseArgsConfig } from "node:util";
import type { Account } from "../account/account";
import type { ListLocale } from "./list-definition";

/** The outside of the command: a terminal, the environment and the clock. */
export interface ListsWorld {
  /** Prints a line to stdout. */
  readonly print: (text: string) => void;
  /** Prints a line to stderr. */
  readonly tell: (text: string) => void;
  /** Asks a yes-or-no question; undefined when nobody is there to answer. */
  readonly ask: ((question: string) => Promise<boolean>) | undefined;
  /** Does work that must not be cut off in the middle: the signal asks it to stop. */
  readonly guard: <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<T>;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** @throws Error that says which variable is missing */
  readonly openAccount: (variables: ListsWorld["variables"]) => Account;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Where the policy is, and where files are named from. */
  readonly projectDir: string;
}

/** One call of a command. */
export interface ListsCall {
  readonly world: ListsWorld;
  readonly account: Account;
  readonly serviceSid: string;
  readonly locale: ListLocale;
  readonly positionals: readonly string[];
  readonly text: (option: string) => string | undefined;
  readonly isSet: (option: string) => boolean;
}

/** One of `show`, `add` and so on. */
export interface ListsCommand {
  readonly usage: string;
  readonly does: string;
  /** What `--help` says besides. */
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig["options"]>;
  /** @returns the exit code: 0, or 1 when what was found stood in the way */
  readonly run: (call: ListsCall) => Promise<number>;
}

/** A JSON document, as `--json` prints it. */
export function printJson({ print }: ListsWorld, document: unknown): void {
  print(JSON.stringify(document, null, 2));
}
