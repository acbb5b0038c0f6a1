import type { ReputationSource } from "../../reputation";
import type { WireRequest } from "../wire";
import { refusalWith, TelesignError } from "./telesign-error";

/** A question about a number, as it was asked: in Score's path or in Intelligence's form. */
export interface TelesignInquiry {
  readonly source: Exclude<ReputationSource, "lookup">;
  readonly number: string;
}

/** @see https://developer.telesign.com/enterprise/reference/submitphonenumberforintelligence */
const SCORE_PATH = /^\/v1\/score\/([^/]*)$/;
/** @see https://developer.telesign.com/enterprise/reference/submitphonenumberforintelligencecloud */
const INTELLIGENCE_PATH = "/intelligence/phone";

const EVENTS: readonly string[] = ["create", "sign-in", "transact", "update", "delete"];

/** Score and Intelligence live on different hosts. Undefined for whatever else TeleSign offers. */
export function inquiryOf({ method, host, path, sent, body }: WireRequest): TelesignInquiry | undefined {
  if (method !== "POST") return undefined;
  if (host === "detect.telesign.com")
    return path === INTELLIGENCE_PATH
      ? { source: "telesign-intelligence", number: body.get("phone_number") ?? "" }
      : undefined;
  const [, number] = SCORE_PATH.exec(sent?.path ?? path) ?? [];
  return number === undefined ? undefined : { source: "telesign-score", number };
}

/**
 * Checks what TeleSign's documents ask of both requests: the number in digits ("the entire phone number, including the
 * country code, with no spaces or special characters"), and what it is asked for, in a form.
 * @throws TelesignError 400
 */
export function checkInquiry({ number }: TelesignInquiry, { body }: WireRequest): void {
  if (number === "") throw new TelesignError(400, 12000, "Missing required parameter phone_number");
  if (!/^[1-9]\d{6,14}$/.test(number)) throw refusalWith(400, "");
  const event = body.get("account_lifecycle_event");
  if (event === null)
    throw new TelesignError(400, 12003, "Missing required parameter account_lifecycle_event");
  if (!EVENTS.includes(event))
    throw new TelesignError(400, 11003, "Invalid value for parameter account_lifecycle_event");
}

/** Whether the body says that it is the form that TeleSign reads: what is none has no parameters. */
export function isForm({ headers }: WireRequest): boolean {
  return /^application\/x-www-form-urlencoded(?:$|;)/i.test(headers["content-type"] ?? "");
}
