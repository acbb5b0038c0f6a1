/** What a Function answers; it goes out as a Twilio.Response with exactly this content type. */
export interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A JSON answer: a Run Function widget reads it as `widgets.<name>.parsed`. */
export function json(value: Readonly<Record<string, unknown>>, status = 200): Reply {
  return { status, contentType: "application/json", body: JSON.stringify(value) };
}

/** A TwiML answer. */
export function xml(body: string): Reply {
  return { status: 200, contentType: "text/xml", body };
}

/** A sentence for whoever asked wrongly. */
export function text(status: number, body: string): Reply {
  return { status, contentType: "text/plain; charset=utf-8", body };
}
