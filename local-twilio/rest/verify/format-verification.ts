import { isoDate } from "../iso-date";
import { VERIFY_BASE } from "./format-service";
import type { VerificationRow } from "./verification-row";

/** The JSON of a verification, without what is looked up of the number. @see https://www.twilio.com/docs/verify/api/verification */
export function formatVerification(accountSid: string, row: VerificationRow): Record<string, unknown> {
  return {
    ...common(accountSid, row),
    ...{ lookup: {}, sna: null },
    send_code_attempts: row.sendings.map(({ sid, at, channel }) => ({
      ...{ time: isoDate(at), channel: channel.toUpperCase(), attempt_sid: sid },
    })),
    url: `${VERIFY_BASE}/${row.serviceSid}/Verifications/${row.sid}`,
  };
}

/** The JSON of a check. @see https://www.twilio.com/docs/verify/api/verification-check */
export function formatCheck(accountSid: string, row: VerificationRow): Record<string, unknown> {
  return { ...common(accountSid, row), sna_attempts_error_codes: [] };
}

function common(accountSid: string, row: VerificationRow) {
  const { sid, serviceSid, to, status, sendings, dateCreated, dateUpdated } = row;
  return {
    ...{ sid, service_sid: serviceSid, account_sid: accountSid, to, channel: sendings.at(-1)?.channel },
    ...{ status, valid: status === "approved", amount: null, payee: null },
    ...{ date_created: isoDate(dateCreated), date_updated: isoDate(dateUpdated) },
  };
}
