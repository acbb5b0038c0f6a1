import { notFound, TwilioError } from "../twilio-error";
import type { SyncWorld } from "./sync-world";

/** 404 codes in the error dictionary. A third party's recording of the live API shows 20404 for all of them. */
const DOCUMENTED_404 = { service: 54050, document: 54100, map: 54200, item: 54201 } as const;

/** @see https://www.twilio.com/docs/api/errors/20404 */
export function missing(world: SyncWorld, kind: keyof typeof DOCUMENTED_404, path: string): TwilioError {
  return world.documented404 ? notFound(path, DOCUMENTED_404[kind]) : notFound(path);
}

/** Recorded from the live API: 413 with 54006. @see https://www.twilio.com/docs/api/errors/54006 */
export const tooLarge = () => new TwilioError(413, 54006, "Request entity too large");

/** Recorded from the live API. @see https://www.twilio.com/docs/api/errors/54008 */
export const invalidBody = () =>
  new TwilioError(400, 54008, "Invalid request body: the type of one of the attributes is invalid");

/** @see https://www.twilio.com/docs/api/errors/54206 */
export const nullData = () => new TwilioError(400, 54206, "Invalid data: null is not allowed");

/** @see https://www.twilio.com/docs/api/errors/54009 */
export const rateExceeded = () => new TwilioError(429, 54009, "Rate limit exceeded");

/** @see https://www.twilio.com/docs/api/errors/54010 */
export const noParameters = () =>
  new TwilioError(400, 54010, "Invalid request: at least one attribute must be given");

/** @see https://www.twilio.com/docs/api/errors/54011 */
export const invalidTtl = () => new TwilioError(400, 54011, "Invalid TTL");

/** @see https://www.twilio.com/docs/api/errors/54003 */
export const invalidIfMatch = () => new TwilioError(400, 54003, "Invalid If-Match header");

/** @see https://www.twilio.com/docs/api/errors/54209 */
export const invalidKey = () => new TwilioError(400, 54209, "Invalid Key");

/** @see https://www.twilio.com/docs/api/errors/54302 */
export const invalidName = () => new TwilioError(400, 54302, "Invalid unique name");

/** @see https://www.twilio.com/docs/api/errors/20001 */
export const missingParameter = (name: string) =>
  new TwilioError(400, 20001, `Missing required parameter ${name} in the post body`);

/** @see https://www.twilio.com/docs/api/errors/20001 */
export const invalidParameter = (name: string) => new TwilioError(400, 20001, `Invalid parameter ${name}`);

/** Recorded from the live API. @see https://www.twilio.com/docs/api/errors/54208 */
export const duplicateKey = () =>
  new TwilioError(409, 54208, "An Item with given key already exists in the Map");

/** Recorded from the live API. @see https://www.twilio.com/docs/api/errors/54301 */
export const duplicateName = () => new TwilioError(409, 54301, "Unique name already exists");

/** Recorded from the live API. @see https://www.twilio.com/docs/api/errors/54103 */
export const staleDocument = () =>
  new TwilioError(412, 54103, "The revision of the Document does not match the expected revision");

/** Worded after 54103. @see https://www.twilio.com/docs/api/errors/54205 */
export const staleItem = () =>
  new TwilioError(412, 54205, "The revision of the Map Item does not match the expected revision");

/** That the account's own Service stays is a guess; so are status and code. */
export const undeletable = () => new TwilioError(403, 20403, "The default Service cannot be deleted");
