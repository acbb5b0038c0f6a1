import type { E164 } from "../telephony/e164";
import type { Home } from "./home/home";

/** The screening rules, by the names that a policy file's `rules` list uses. */
export const RULE_NAMES = [
  "contacts",
  "forwardlist",
  "blocklist",
  "graylist",
  "withheld",
  "challenge",
  "voicemail",
  "callbacks",
  "owner",
  "allowlist",
  "message",
] as const;
export type RuleName = (typeof RULE_NAMES)[number];

/** What a stranger is asked, and what follows. Texts are spoken; `prompt` holds `{digits}`. */
export interface ChallengePolicy {
  readonly attempts: number;
  readonly prompt: string;
  readonly failed: string;
  readonly locked: string;
  readonly onPass: "voicemail" | "ring";
  readonly onFail: "end" | "voicemail";
  readonly onSilence: "end" | "voicemail";
}

/** After how many strikes a caller is locked out (0: never), for how long they count, and what a locked caller gets. */
export interface StrikesPolicy {
  readonly unanswered: number;
  readonly failed: number;
  readonly forgetAfterDays: number;
  readonly then: "reject" | "voicemail";
}

/** What known callers ring: a telephone, or the home's SIP phone. */
export type RingTarget = E164 | "home";

/** One Twilio number we own, with every setting filled in. */
export interface Line {
  readonly number: E164;
  readonly name: string;
  readonly rules: readonly RuleName[];
  readonly ring: { readonly to: RingTarget };
  readonly voicemail: { readonly email?: string; readonly greeting: string };
  readonly challenge: ChallengePolicy;
  readonly strikes: StrikesPolicy;
  readonly withheld: "challenge" | "reject" | "voicemail";
  /** What the rule `message` says. */
  readonly message: string;
  /** Path of the line's compiled number index among the private assets, such as `/contacts.tsv`. */
  readonly contacts: string;
}

/** The policy file, compiled: what the Functions read. */
export interface Policy {
  /** ISO 3166 code: numbers without + are read as this country's. */
  readonly country: string;
  /** IANA name. */
  readonly timezone: string;
  readonly owner: { readonly name: string; readonly phone?: E164; readonly email?: string };
  readonly lines: Readonly<Record<string, Line>>;
  readonly home?: Home;
}
