import type { VanityNumber } from "../../telephony/read-vanity-number";
import type { RecentLookup } from "../../vanity/recent-lookup";
import type { Spelling } from "../../vanity/spelling";

/** What every refused or failed request to the API is answered with. `code` is for programs, `message` for people. */
export interface ApiFailure {
  readonly error: { readonly code: ApiErrorCode; readonly message: string };
}

/** Every `code` there is, with its status: `console/README.md` says what each means and what to do about it. */
export const API_ERRORS = {
  "number-missing": 400,
  "number-unreadable": 400,
  "request-unreadable": 400,
  "signed-out": 401,
  "code-wrong": 401,
  "wrong-origin": 403,
  "token-missing": 403,
  "page-off": 404,
  "wrong-method": 405,
  "too-many-look-ups": 429,
  "too-many-codes": 429,
  "too-many-tries": 429,
  failed: 500,
  "not-set-up": 503,
  "store-down": 503,
  "verify-down": 503,
} as const satisfies Readonly<Record<string, number>>;
export type ApiErrorCode = keyof typeof API_ERRORS;

/** GET /api/vanity?number=… */
export interface VanityAnswer {
  /** E.164; seven digits where no area code was given. */
  readonly number: VanityNumber;
  readonly results: readonly Spelling[];
}

/** GET /api/lookups */
export interface LookupsAnswer {
  /** Newest first. */
  readonly lookups: readonly RecentLookup[];
  /** IANA name: in which instants are to be shown. */
  readonly timezone: string;
}

/** POST /api/sign-in: the same for everybody, whether a code was sent or not. */
export interface CodeAnswer {
  readonly message: string;
}

/** GET /api/session, and POST /api/sign-in/check. */
export interface SessionAnswer {
  readonly name: string;
  /** To be sent as X-CSRF-Token with each request that changes something. */
  readonly csrfToken: string;
  /** ISO 8601: when the session ends though it is used. */
  readonly until: string;
}
