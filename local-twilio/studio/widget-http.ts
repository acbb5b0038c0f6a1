import type { SendWebhook, WebhookResult } from "../webhook";
import type { HttpResult, WidgetRequest } from "./events";
import { STUDIO_LIMITS } from "./limits";

/** Makes a widget's HTTP request, and says what came of it; it never throws. */
export type SendWidgetRequest = (request: WidgetRequest) => Promise<HttpResult>;

/**
 * Sends forms the way Twilio does: signed, ten seconds. Bodies other than forms and requests with Twilio's credentials
 * are refused by name.
 */
export function createWidgetSender(send: SendWebhook): SendWidgetRequest {
  return async (request) => {
    const parameters = formOf(request);
    if (parameters === undefined || request.addTwilioAuth)
      return {
        kind: "failed",
        reason: `local Twilio does not send ${request.contentType} bodies or credentials yet`,
      };
    const { method, url } = request;
    const timeoutMs = STUDIO_LIMITS.httpTimeoutMs;
    let result = await send({ method, url, parameters, timeoutMs });
    for (let hops = 0; request.followsRedirects && hops < MOST_REDIRECTS; hops += 1) {
      const target = redirectOf(result, url);
      if (target === undefined) break;
      result = await send({ method: "GET", url: target, parameters: {}, timeoutMs });
    }
    return resultOf(result);
  };
}

/** @see https://www.twilio.com/docs/api/errors/11215 */
const MOST_REDIRECTS = 10;

function redirectOf(result: WebhookResult, base: string): string | undefined {
  if (result.kind !== "reply" || result.status < 300 || result.status > 399) return undefined;
  const { location } = result;
  return location !== undefined && URL.canParse(location, base) ? new URL(location, base).href : undefined;
}

function formOf({
  contentType,
  body,
  parameters,
}: WidgetRequest): Readonly<Record<string, string>> | undefined {
  if (body === undefined) return parameters;
  return contentType.startsWith("application/x-www-form-urlencoded")
    ? Object.fromEntries(new URLSearchParams(body))
    : undefined;
}

function resultOf(result: WebhookResult): HttpResult {
  switch (result.kind) {
    case "reply":
      return { kind: "reply", status: result.status, contentType: result.contentType, body: result.body };
    case "timeout":
      return { kind: "failed", reason: "no answer within ten seconds" };
    case "unreachable":
      return { kind: "failed", reason: result.reason };
  }
}
