import type { DocumentRequest } from "../../voice/document-request";
import type { FallbackUrl } from "../../voice/leg";
import { TwilioError } from "../twilio-error";
import type { FormReader } from "./read-form";

/** @see https://www.twilio.com/docs/voice/api/call-resource ("Max 4000 characters") */
const LONGEST_TWIML = 4000;

/**
 * What a call is to execute: the document at `Url`, or `Twiml` itself ("If both `twiml` and `url` are provided then
 * `twiml` parameter will be ignored"); undefined when neither is there.
 * @see https://www.twilio.com/docs/voice/api/call-resource, https://www.twilio.com/docs/api/errors/21205
 * @throws TwilioError 400/21205 for a bad URL, 400/20001 for too long a document
 */
export function readDocument(form: FormReader): DocumentRequest | undefined {
  const url = form.url("Url", "", 21205);
  const method = form.method("Method", "POST");
  if (url !== "") return { url, method, parameters: {} };
  const twiml = form.text("Twiml", "");
  if (twiml.length > LONGEST_TWIML)
    throw new TwilioError(400, 20001, `Twiml has ${twiml.length} characters, more than ${LONGEST_TWIML}`);
  return twiml === "" ? undefined : { url: "", method, parameters: {}, twiml };
}

/** Where the call asks for documents that cannot be had; undefined when nothing is said of it. @throws TwilioError 400/21205 */
export function readFallback(form: FormReader): FallbackUrl | undefined {
  const url = form.url("FallbackUrl", "", 21205);
  const method = form.method("FallbackMethod", "POST");
  return url === "" ? undefined : { url, method };
}
