import type { E164 } from "../telephony/e164";
import type { Home } from "./home/home";
import type { Office } from "./office/office";
import type { ReputationPolicy } from "./reputation";
import type { VanityPolicy } from "./vanity/vanity";

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
  "attestation",
  "neighbour",
  "impossible",
  "country",
  "callername",
  "reputation",
  "menu",
  "vanity",
] as const;
export type RuleName = (typeof RULE_NAMES)[number];

/**
 * What a stranger is asked, and what follows. Texts are spoken; `prompt` holds `{digits}`. `name`: instead of pressing digits
 * a stranger says a name, and whoever picks up decides; `namePrompt` asks for it.
 */
export interface ChallengePolicy {
  readonly kind: "digits" | "name";
  readonly namePrompt: string;
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

/** What a rule of evidence does with a caller that it holds something against. */
export const CONSEQUENCES = ["challenge", "reject", "voicemail"] as const;
export type Consequence = (typeof CONSEQUENCES)[number];

/** What the rules that look at the call itself go by, each by the name of its rule. */
export interface EvidencePolicy {
  /** `strict`: contacts need a full signature (A), not only one that did not fail, to ring unannounced. */
  readonly attestation: { readonly strict: boolean };
  readonly neighbour: Consequence;
  readonly impossible: Consequence;
  /** Countries (ISO 3166): only numbers of these pass, when there are any; of those never. */
  readonly country: {
    readonly only: readonly string[];
    readonly never: readonly string[];
    readonly then: Consequence;
  };
  /** Caller names, `*` for anything, in any case; "" is a missing name. The first that fits decides. */
  readonly callername: readonly CallerNamePattern[];
}
export interface CallerNamePattern {
  readonly like: string;
  readonly then: Consequence | "ring";
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
  readonly evidence: EvidencePolicy;
  /** The menu of the office that the rule `menu` begins with. */
  readonly menu: string;
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
  readonly office?: Office;
  readonly reputation?: ReputationPolicy;
  readonly vanity?: VanityPolicy;
}
