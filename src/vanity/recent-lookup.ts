import type { VanityNumber } from "../telephony/read-vanity-number";

/** Where somebody looked a number up: on the public page, or by calling. */
export type LookupOrigin = "web" | "phone";

/** A number that was looked up. */
export interface RecentLookup {
  readonly number: VanityNumber;
  /** ISO 8601. */
  readonly at: string;
  readonly by: LookupOrigin;
}
