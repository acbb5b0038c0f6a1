/** Whom a caller's reputation is asked of, by the names that the policy file uses. */
export const PROVIDER_NAMES = [
  "telesign",
  "telesign-intelligence",
  "lookup",
  "nomorobo",
  "marchex",
  "icehook",
] as const;
export type ProviderName = (typeof PROVIDER_NAMES)[number];

/** What is known of a number: a score from 0 to 1000, the worst, or nothing, and why. */
export type Reputation =
  | {
      readonly kind: "score";
      readonly score: number;
      /** The provider's own word for it. */
      readonly level: string;
      readonly provider: ProviderName;
    }
  | { readonly kind: "unknown"; readonly why: string };

/** The section `reputation` of the policy. */
export interface ReputationPolicy {
  readonly provider: ProviderName;
  /** From this score on a call is rejected. */
  readonly threshold: number;
  /** The longest that a caller waits for it, in real milliseconds. */
  readonly timeoutMs: number;
  /** What an unknown reputation means: the next rule decides, or one of these. */
  readonly unknown: "next" | "challenge" | "voicemail" | "reject";
  /** How many look-ups may be paid for in an hour. */
  readonly lookupsPerHour: number;
  /** How long a score counts. */
  readonly cacheHours: number;
}
