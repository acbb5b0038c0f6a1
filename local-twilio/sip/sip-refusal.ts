/** What Twilio answers a SIP phone with when it refuses: no call comes of it, and no webhook is asked. */
export class SipRefusal extends Error {
  override readonly name = "SipRefusal";

  /**
   * @param status the response code, such as 403. @see https://www.rfc-editor.org/rfc/rfc3261#section-21
   * @param code Twilio's error, which the header X-Twilio-Error tells; undefined where none is known
   */
  constructor(
    readonly status: number,
    readonly code: number | undefined,
    message: string,
  ) {
    super(`${status}: ${message}${code === undefined ? "" : ` (${code})`}`);
  }
}
