import type { Account } from "../account/account";

/** The outside of the command: a terminal, the environment, and the project. */
export interface VanityWorld {
  /** Prints a line to stdout; settles once it is out. */
  readonly print: (text: string) => Promise<void>;
  /** Prints a line to stderr. */
  readonly tell: (text: string) => void;
  /** What comes in by a pipe. */
  readonly input: AsyncIterable<string | Uint8Array>;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** @throws Error that says which variable is missing */
  readonly openAccount: (variables: VanityWorld["variables"]) => Account;
  /** Where the policy is. */
  readonly projectDir: string;
}
