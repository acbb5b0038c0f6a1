import { WEBHOOK_METHODS, type WebhookMethod } from "../../voice/document-request";
import { TwilioError } from "../twilio-error";

/** @see https://www.twilio.com/docs/api/errors/20002 ("between 1 and 64 characters long") */
const LONGEST_FRIENDLY_NAME = 64;

/** Reads the parameters of a form; each gives `before` when the parameter was not sent. */
export interface FormReader {
  text<Before extends string | null>(name: string, before: Before): string | Before;
  /** @throws TwilioError 400/20002 */
  friendlyName(before: string): string;
  /** An empty text is no URL. @throws TwilioError 400/21402, or the code that the resource has for it */
  url(name: string, before: string, code?: number): string;
  /** @throws TwilioError 400/21403 */
  method(name: string, before: WebhookMethod): WebhookMethod;
  /** @throws TwilioError 400/20001 */
  flag(name: string, before: boolean): boolean;
  /** An empty text takes the SID away: undefined. @throws TwilioError 400/20001 */
  sid(name: string, prefix: string, before: string | undefined): string | undefined;
}

/** Makes the reader of a form of api.twilio.com. */
export function readForm(body: URLSearchParams): FormReader {
  const read = <Value>(name: string, before: Value, parse: (text: string) => Value): Value => {
    const text = body.get(name);
    return text === null ? before : parse(text);
  };
  return {
    text: (name, before) => body.get(name) ?? before,
    friendlyName: (before) => read("FriendlyName", before, parseFriendlyName),
    url: (name, before, code = 21402) => read(name, before, (text) => parseUrl(name, text, code)),
    method: (name, before) => read(name, before, (text) => parseMethod(name, text)),
    flag: (name, before) => read(name, before, (text) => parseFlag(name, text)),
    sid: (name, prefix, before) => read(name, before, (text) => parseSid(name, prefix, text)),
  };
}

/** A parameter that has to be there. @throws TwilioError 400/20001, or the code that the resource has for it */
export function requireText(body: URLSearchParams, name: string, code = 20001): string {
  const text = body.get(name);
  if (text === null || text === "") throw new TwilioError(400, code, `${name} is required`);
  return text;
}

function parseFriendlyName(text: string): string {
  if (text === "" || text.length > LONGEST_FRIENDLY_NAME)
    throw new TwilioError(400, 20002, `FriendlyName must have 1 to ${LONGEST_FRIENDLY_NAME} characters`);
  return text;
}

/** @see https://www.twilio.com/docs/api/errors/21402 ("a fully qualified URL including protocol and hostname") */
function parseUrl(name: string, text: string, code: number): string {
  if (text === "" || (URL.canParse(text) && /^https?:\/\//i.test(text))) return text;
  throw new TwilioError(400, code, `${name} is not a valid URL: ${text}`);
}

/** @see https://www.twilio.com/docs/api/errors/21403 */
function parseMethod(name: string, text: string): WebhookMethod {
  const method = WEBHOOK_METHODS.find((each) => each === text.toUpperCase());
  if (method === undefined) throw new TwilioError(400, 21403, `${name} must be GET or POST`);
  return method;
}

function parseFlag(name: string, text: string): boolean {
  if (!/^(true|false)$/i.test(text)) throw new TwilioError(400, 20001, `${name} must be true or false`);
  return text.toLowerCase() === "true";
}

function parseSid(name: string, prefix: string, text: string): string | undefined {
  if (text === "") return undefined;
  if (!new RegExp(`^${prefix}[0-9a-fA-F]{32}$`).test(text))
    throw new TwilioError(400, 20001, `${name} must be a SID that begins with ${prefix}`);
  return text;
}
