import type { E164 } from "../telephony/e164";

/** One number of one card of an address book. */
export interface Contact {
  readonly number: E164;
  /** `""` when the card names nobody. */
  readonly name: string;
  /** The line of the file that holds the number, from 1. */
  readonly line: number;
}

/** Something of an address book that was left out, and why. */
export interface Skipped {
  readonly line: number;
  readonly reason: string;
}
