import type { WireReply } from "./wire";

/** A refusal in Twilio's terms. Branch on the status: Twilio's pages and recordings disagree on codes. */
export class TwilioError extends Error {
  /** @param status HTTP status. @param code Twilio's error code, 5 digits. @param details what only some errors tell. */
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    readonly details?: unknown,
  ) {
    super(message);
  }
}

/**
 * An error reply in the shape of Twilio's REST APIs.
 * @see https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions
 */
export function errorReply({ status, code, message, details }: TwilioError): WireReply {
  const body = {
    ...{ code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
    ...(details === undefined ? {} : { details }),
  };
  return status === 401
    ? { status, body, headers: { "www-authenticate": 'Basic realm="Twilio API"' } }
    : { status, body };
}

/** 404 in the wording of Twilio's APIs, which leave the version of a `/v1` path out. */
export function notFound(path: string, code = 20404): TwilioError {
  return new TwilioError(404, code, `The requested resource ${path.replace(/^\/v\d+/, "")} was not found`);
}
