/** Who is asked about a number by a request. */
export type ReputationSource = "telesign-score" | "telesign-intelligence" | "lookup";

/**
 * What TeleSign says of a number. Only the score is needed; level and recommendation follow from it.
 * @see https://developer.telesign.com/enterprise/changelog/change-to-risk-recommendation-scale-for-intelligence-and-verify-plus
 */
export interface TelesignScore {
  /** 0 to 1000, the worst. */
  readonly score: number;
  readonly level?: string;
  readonly recommendation?: string;
  /** TeleSign's code of the phone's type: `1` fixed line, `2` mobile, `5` VOIP… Mobile when left out. */
  readonly phoneType?: string;
}

/** @see https://www.twilio.com/docs/lookup/v2-api/line-type-intelligence#type-property-values */
export const LINE_TYPES = [
  ...["landline", "mobile", "fixedVoip", "nonFixedVoip", "personal", "tollFree", "premium"],
  ...["sharedCost", "uan", "voicemail", "pager", "unknown"],
] as const;

/**
 * What Twilio Lookup says of a number, in its own names. A package with an `error_code` is one that failed, within a
 * reply that succeeded; what is left out has a plain default.
 * @see https://www.twilio.com/docs/lookup/v2-api
 */
export interface LineFacts {
  /** Left out: what libphonenumber says. */
  readonly valid?: boolean;
  /** Why it is not valid: `TOO_SHORT`, `TOO_LONG`, `INVALID_BUT_POSSIBLE`… */
  readonly validation_errors?: readonly string[];
  readonly line_type_intelligence?: {
    readonly type?: string | null;
    readonly carrier_name?: string | null;
    readonly mobile_country_code?: string | null;
    readonly mobile_network_code?: string | null;
    readonly error_code?: number | null;
  };
  readonly line_status?: { readonly status?: string | null; readonly error_code?: number | null };
}

/** A Marketplace add-on that failed within an envelope that succeeded, such as 61001 "Request timed out". */
export interface AddOnFailure {
  readonly code: number;
  readonly message: string;
}

/** What the Marketplace add-ons say of a caller, in their own names. */
export interface AddOnResults {
  readonly nomorobo_spamscore?: { readonly score: number } | AddOnFailure;
  readonly marchex_cleancall?: { readonly recommendation: string; readonly reason?: string } | AddOnFailure;
  readonly icehook_scout?:
    | { readonly risk_level: number; readonly risk_rating?: string; readonly [field: string]: unknown }
    | AddOnFailure;
}
export type AddOnName = keyof AddOnResults;

/** What the sources of reputation say, by number in E.164. Numbers that are not in here are harmless. */
export interface Reputation {
  /** What TeleSign takes; what is sent to it must be signed with it. */
  readonly telesign: { readonly customerId: string; readonly apiKey: string };
  readonly scores: Map<string, TelesignScore>;
  readonly lines: Map<string, LineFacts>;
  readonly addOns: Map<string, AddOnResults>;
  /** The add-ons that every incoming call is shown to; those in `addOns` are installed as well. */
  readonly installed: Set<AddOnName>;
}

/** Sources that know of nobody, and no add-ons. */
export function createReputation(): Reputation {
  return {
    telesign: { customerId: "00000000-0000-0000-0000-000000000000", apiKey: "bG9jYWwgdGVsZXNpZ24=" },
    ...{ scores: new Map(), lines: new Map(), addOns: new Map(), installed: new Set() },
  };
}
