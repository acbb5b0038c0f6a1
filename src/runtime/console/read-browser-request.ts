import type { Form } from "../../telephony/form";

/** What a Function sees of a browser's request besides its fields. Neither the method nor the visitor's address is part of it. */
export interface BrowserRequest {
  /** A header by its lower-case name; of one sent several times, the first. */
  header(name: string): string | undefined;
  cookie(name: string): string | undefined;
  /** Whether it carries JSON, which only a POST can: Twilio refuses a GET with a body before it gets here. */
  readonly hasJson: boolean;
  /** Whether it carries a form, which only a POST can as well. */
  readonly hasForm: boolean;
}

/**
 * Reads `event.request`. A field of that name in the query or the body takes its place, headers and cookies and all: whoever
 * sends one loses the cookies that the browser added, and gains nothing that a program could not send anyway.
 * @see https://www.twilio.com/docs/serverless/functions-assets/functions/headers-and-cookies/accessing
 */
export function readBrowserRequest(form: Form): BrowserRequest {
  const request = asRecord(form.request);
  const [headers, cookies] = [asRecord(request.headers), asRecord(request.cookies)];
  const header = (name: string) => firstText(headers[name]);
  const type = header("content-type") ?? "";
  return {
    header,
    cookie: (name) => firstText(cookies[name]),
    hasJson: /^application\/json\b/i.test(type),
    hasForm: /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type),
  };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function firstText(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === "string" ? first : undefined;
}
