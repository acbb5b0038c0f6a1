import { PROGRESS_EVENTS, type StatusCallback } from "../../voice/status-callback";
import { TwilioError } from "../twilio-error";
import type { FormReader } from "./read-form";
import { readWords } from "./read-words";

/**
 * Who is told of a call's progress, and of what of it: of its end only, unless more is asked for.
 * @see https://www.twilio.com/docs/voice/api/call-resource ("URLs must contain a valid hostname (underscores are not permitted)")
 * @see https://www.twilio.com/docs/api/errors/21609, https://www.twilio.com/docs/api/errors/21626
 * @throws TwilioError 400/21609, 400/21626
 */
export function readStatusCallback(body: URLSearchParams, form: FormReader): StatusCallback | undefined {
  const url = form.url("StatusCallback", "", 21609);
  if (url !== "" && new URL(url).hostname.includes("_"))
    throw new TwilioError(400, 21609, `StatusCallback is not a valid URL: ${url}`);
  const method = form.method("StatusCallbackMethod", "POST");
  const events = readWords(body, "StatusCallbackEvent", {
    ...{ allowed: PROGRESS_EVENTS, before: ["completed"], code: 21626 },
  });
  return url === "" ? undefined : { url, method, events };
}
