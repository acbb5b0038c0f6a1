import type { Account } from "../../account";
import type { Messages } from "../../messages";
import type { SidPrefix } from "../../sids";
import { notFound } from "../twilio-error";
import type { Now, WireRequest } from "../wire";
import type { VerificationRow } from "./verification-row";
import type { VerifyServiceRow } from "./verify-row";

/** What Verify needs to know. */
export interface VerifyOptions {
  readonly account: Account;
  readonly clock: Now;
  readonly sids: (prefix: SidPrefix) => string;
  /** Which numbers are landlines. Verify's own messages are not among the account's. */
  readonly messages: Pick<Messages, "marks">;
}

/** What Verify's operations work on. */
export interface VerifyWorld extends VerifyOptions {
  readonly services: Map<string, VerifyServiceRow>;
  /** The latest verification of each receiver, by `verificationKey`. */
  readonly verifications: Map<string, VerificationRow>;
}

/** @throws TwilioError 404 */
export function findService({ services }: VerifyWorld, sid: string, { path }: WireRequest): VerifyServiceRow {
  const service = services.get(sid);
  if (service === undefined) throw notFound(path);
  return service;
}
