import type { E164 } from "../../telephony/e164";

/** A word that the owner adds to those that numbers are spelled with. */
export interface OwnWord {
  /** 2 to 15 letters a to z. */
  readonly word: string;
  readonly definition: string;
}

/** The section `vanity` of the policy: how numbers are spelled, on the telephone and on the web page. */
export interface VanityPolicy {
  readonly words: readonly OwnWord[];
  /** How many of a number's last digits may become letters. */
  readonly spellable: number;
  /** Whether callers may have the spellings by text message, and how many messages may go out in an hour. */
  readonly texts: { readonly offered: boolean; readonly perHour: number; readonly from?: E164 };
  /** Whether the web page where anybody can look a number up is deployed. */
  readonly page: boolean;
  /** How many numbers may be looked up on the page in a minute, by all visitors together. */
  readonly lookupsPerMinute: number;
}

/** What holds where the policy has no section `vanity`. */
export const DEFAULT_VANITY: VanityPolicy = {
  words: [],
  spellable: 7,
  texts: { offered: true, perHour: 20 },
  page: false,
  lookupsPerMinute: 30,
};
