/**
 * What a Function answers; it goes out as a Twilio.Response with exactly this content type. JSON is an object, never
 * its text: Twilio's own development server would write a text of this content type as JSON once more.
 * @see https://www.twilio.com/docs/serverless/functions-assets/functions/invocation#twilio-response-methods
 */
export interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Buffer | Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A JSON answer: a Run Function widget reads it as `widgets.<name>.parsed`. */
export function json(value: Readonly<Record<string, unknown>>, status = 200): Reply {
  return { status, contentType: "application/json", body: value };
}

/** A TwiML answer. */
export function xml(body: string): Reply {
  return { status: 200, contentType: "text/xml", body };
}

/** A sentence for whoever asked wrongly. */
export function text(status: number, body: string): Reply {
  return { status, contentType: "text/plain; charset=utf-8", body };
}
