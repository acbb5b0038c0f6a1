import { json, type Reply } from "../reply";
import { API_ERRORS, type ApiErrorCode, type ApiFailure } from "./api";
import { ANSWER_HEADERS } from "./security-headers";

type Headers = Readonly<Record<string, string>>;

/** An answer of the API, as one of the types in `api.ts` describes it. */
export function answer(value: object, headers: Headers = {}, status = 200): Reply {
  return { ...json({ ...value }, status), headers: { ...ANSWER_HEADERS, ...headers } };
}

/** A refusal of the API, with the status that goes with its code. @param message what happened, and what to do about it */
export function refusal(code: ApiErrorCode, message: string, headers: Headers = {}): Reply {
  const failure: ApiFailure = { error: { code, message } };
  return answer(failure, headers, API_ERRORS[code]);
}

/** A refusal with the seconds after which asking again makes sense. */
export function refusalForNow(code: ApiErrorCode, message: string, seconds: number): Reply {
  return refusal(code, message, { "Retry-After": String(Math.max(1, Math.ceil(seconds))) });
}
