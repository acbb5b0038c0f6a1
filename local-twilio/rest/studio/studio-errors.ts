import type { Refusal } from "../../studio/lint/find-refusals";
import { TwilioError } from "../twilio-error";
import type { RefusalDetails } from "./studio-world";

/** @see https://www.twilio.com/docs/api/errors/81022 */
export function flowRefused(refusals: readonly Refusal[], shape: RefusalDetails): TwilioError {
  const details = shape === "list" ? refusals : { errors: refusals };
  return new TwilioError(400, 81022, "Flow definition validation failed", details);
}

/** @see https://www.twilio.com/docs/api/errors/81021 */
export const invalidRevision = () =>
  new TwilioError(400, 81021, "Flow revision must be an integer or enum(LatestPublished, LatestRevision)");

/** @see https://www.twilio.com/docs/api/errors/20001 */
export const missingParameter = (name: string) =>
  new TwilioError(400, 20001, `Missing required parameter ${name} in the post body`);

/** @see https://www.twilio.com/docs/api/errors/20001 */
export const invalidParameter = (name: string) => new TwilioError(400, 20001, `Invalid parameter ${name}`);
