import type { WebhookResult } from "../webhook";
import { parseTwiml, type TwimlElement } from "./parse-twiml";

/** What a reply means to Twilio. `xml` is what was meant to be TwiML, for the judge, whether or not it could be read. */
export type Reply =
  | { readonly kind: "twiml"; readonly response: TwimlElement; readonly xml: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "audio" }
  | { readonly kind: "problem"; readonly code: number; readonly message: string; readonly xml?: string };

/** @see https://www.twilio.com/docs/voice/twiml (the media types that Twilio understands) */
const TWIML_TYPES = ["text/xml", "application/xml", "text/html"];

/** Reads the reply to a request for TwiML, redirects already followed. */
export function readReply(result: WebhookResult): Reply {
  switch (result.kind) {
    case "timeout":
      return { kind: "problem", code: 11205, message: "HTTP connection failure: no reply in time" };
    case "unreachable":
      return { kind: "problem", code: 11205, message: `HTTP connection failure: ${result.reason}` };
    case "reply":
      if (result.status >= 200 && result.status < 300) return readBody(result.contentType, result.body);
      return { kind: "problem", code: 11200, message: `HTTP retrieval failure: status ${result.status}` };
  }
}

function readBody(contentType: string, body: string): Reply {
  const type = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  if (TWIML_TYPES.includes(type)) return readTwiml(body);
  if (type === "text/plain") return readPlainText(body);
  if (type.startsWith("audio/")) return { kind: "audio" };
  return { kind: "problem", code: 12300, message: `Invalid Content-Type: ${type || "none"}` };
}

/** Reads a TwiML document. */
export function readTwiml(xml: string): Reply {
  const parsed = parseTwiml(xml);
  if (parsed.ok) return { kind: "twiml", response: parsed.response, xml };
  return { kind: "problem", code: 12100, message: `Document parse failure: ${parsed.problem}`, xml };
}

/** Plain text that is no TwiML is read aloud. */
function readPlainText(body: string): Reply {
  const parsed = parseTwiml(body);
  return parsed.ok ? { kind: "twiml", response: parsed.response, xml: body } : { kind: "text", text: body };
}
