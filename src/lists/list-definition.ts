import type { Locale } from "../store/parse-list-entries";
import type { E164 } from "../telephony/e164";

/** The lists that the owner sees from the terminal. Each is a Sync map of that name, but `patterns`, a Document. */
export const LIST_NAMES = [
  "blocklist",
  "forwardlist",
  "allowlist",
  "patterns",
  "graylist",
  "lineforwards",
  "calls",
  "voicemails",
] as const;
export type ListName = (typeof LIST_NAMES)[number];

/** How numbers and times that the owner writes are meant, and which numbers are ours. */
export interface ListLocale extends Locale {
  readonly ours: readonly E164[];
}

/** What a text means, or what should have stood there. */
export type Reading = { readonly value: unknown } | { readonly allowed: string };

/** A field of a list's entries: a column of its CSV file, an option of `add`. */
export interface Column {
  /** As in the data, and at the head of a CSV file. */
  readonly name: string;
  /** What may stand there, in words. */
  readonly allowed: string;
  readonly isRequired?: boolean;
  /** Whether it is yes or no: the option takes no value. */
  readonly isSwitch?: boolean;
  /** The value when nothing is said; without it the field is left out. */
  readonly whenEmpty?: unknown;
  /** Whether a value found in Sync is of the kind that calls can read. */
  readonly isOfKind: (value: unknown) => boolean;
  /** The value of a text that is not empty. */
  readonly read: (text: string, locale: ListLocale) => Reading;
  /** A value as text; what `read` makes of it is the value again. */
  readonly print: (value: unknown) => string;
}

/** What entries are kept under. */
export interface KeyKind {
  /** At the head of a CSV file. */
  readonly heading: string;
  readonly allowed: string;
  /** The key that a text means. */
  readonly read: (text: string, locale: ListLocale) => string | undefined;
  /** What a key found in Sync means to a call; undefined for one that no call finds. */
  readonly meaning: (key: string) => string | undefined;
}

/** One thing that is wrong with a field; `field` is left out when it is the key. */
export interface FieldProblem {
  readonly field?: string;
  readonly found?: string;
  readonly allowed: string;
}

export type Data = Readonly<Record<string, unknown>>;

/** A list: what its entries hold, and what may be done with them from the terminal. */
export interface ListDefinition {
  readonly name: ListName;
  /** What an entry does, in words. */
  readonly about: string;
  readonly store: "map" | "document";
  /** `read`: only shown and exported; `remove`: entries may be taken off as well; `edit`: everything. */
  readonly access: "read" | "remove" | "edit";
  /** Whether entries are shown by their `at`, the newest first. */
  readonly isByTime?: boolean;
  readonly key: KeyKind;
  readonly columns: readonly Column[];
  /** What is wrong with fields that are each well formed, but do not go together. */
  readonly check?: (data: Data) => readonly FieldProblem[];
}
