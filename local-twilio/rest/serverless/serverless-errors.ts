import { TwilioError } from "../twilio-error";

/** @see https://www.twilio.com/docs/api/errors/20001 */
export const invalid = (message: string) => new TwilioError(400, 20001, message);

/** @see https://www.twilio.com/docs/api/errors/20409 */
export const conflict = (message: string) => new TwilioError(409, 20409, message);

/** @see https://www.twilio.com/docs/api/errors/20413 */
export const tooLarge = () => new TwilioError(413, 20413, "Request entity too large");
