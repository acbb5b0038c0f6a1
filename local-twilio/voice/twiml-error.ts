/** Code of a refusal that is not Twilio's: what local Twilio does not support. */
export const NOT_SUPPORTED = 0;

/** A document that cannot be executed: a breach of TwiML (Twilio's error code) or a thing not supported here (code 0). */
export class TwimlError extends Error {
  override readonly name = "TwimlError";

  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}
