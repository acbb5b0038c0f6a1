import { stat } from "node:fs/promises";
import { findAddressBooks } from "../../build/find-address-books";
import { ConfigurationError } from "../../config/problem";
import { type FactSource, gathering } from "../fact-source";

/** A line's address book. */
export interface AddressBook {
  /** Undefined for a line that has none. */
  readonly file: string | undefined;
  /** Epoch milliseconds. */
  readonly changedAt: number;
}

/** The address books of all lines, and what the policy names that is not there. */
export interface AddressBooksFound {
  readonly byLine: ReadonlyMap<string, AddressBook>;
  readonly problems: readonly string[];
}

export const addressBooksSource: FactSource<AddressBooksFound> = gathering({
  lacking: "the address books cannot be found",
  needs: ["policy"],
  seconds: 5,
  gather: async ({ policy: { file: policyFile, policy } }) => {
    const { files, problems } = await findAddressBooks(policy, { policyFile });
    const books = await Promise.all(
      [...files].map(async ([line, file]) => [line, { file, changedAt: await changeOf(file) }] as const),
    );
    return { byLine: new Map(books), problems: problems.map((one) => new ConfigurationError([one]).message) };
  },
});

async function changeOf(file: string | undefined): Promise<number> {
  return file === undefined ? 0 : (await stat(file)).mtimeMs;
}
