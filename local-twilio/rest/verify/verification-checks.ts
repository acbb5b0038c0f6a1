import { refuseParameters } from "../api/refuse-parameters";
import { type Route, route } from "../route";
import { notFound, TwilioError } from "../twilio-error";
import type { WireRequest } from "../wire";
import { invalid } from "./change-service";
import { formatCheck } from "./format-verification";
import { MOST_ATTEMPTS, pendingOf, type VerificationRow, verificationKey } from "./verification-row";
import { maxChecks } from "./verifications";
import { findService, type VerifyWorld } from "./verify-world";

/** Codes are checked. @see https://www.twilio.com/docs/verify/api/verification-check */
export function verificationCheckRoutes(world: VerifyWorld): readonly Route[] {
  return [
    route("POST", "/v2/Services/{ServiceSid}/VerificationCheck", ({ ServiceSid }, request) => {
      findService(world, ServiceSid, request);
      const checked = check(world, ServiceSid, request);
      world.verifications.set(verificationKey(ServiceSid, checked.to), checked);
      return { status: 200, body: formatCheck(world.account.sid, checked) };
    }),
  ];
}

/** The verification as it stands after the check: approved, or still pending with one miss more. */
function check(world: VerifyWorld, serviceSid: string, { body, path }: WireRequest): VerificationRow {
  refuseParameters(body, "CreateVerificationCheck", ["To", "VerificationSid", "Code"]);
  const target = body.get("VerificationSid") || body.get("To");
  if (!target) throw new TwilioError(400, 60221, "No target verification specified");
  const code = body.get("Code") ?? "";
  // "The 4-10 character string being verified."
  if (code.length < 4 || code.length > 10) throw invalid("Code");
  const row = pendingOf(world, serviceSid, target);
  if (row === undefined) throw notFound(path);
  if (row.misses >= MOST_ATTEMPTS) throw maxChecks();
  const dateUpdated = world.clock.now();
  return code === row.code
    ? { ...row, status: "approved", dateUpdated }
    : { ...row, misses: row.misses + 1, dateUpdated };
}
