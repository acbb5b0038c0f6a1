import { createHmac } from "node:crypto";
import type { Fault, Faults } from "./faults";
import { exchange } from "./http-exchange";
import type { Journal } from "./journal";

/** A request that Twilio makes to a webhook, a Function or a callback URL. */
export interface Webhook {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Real milliseconds the other side may take. */
  readonly timeoutMs: number;
}

export type WebhookResult =
  | {
      readonly kind: "reply";
      readonly status: number;
      readonly contentType: string;
      readonly body: string;
      readonly location?: string;
      /** The body is a fault that was asked for. */
      readonly injected?: true;
    }
  | { readonly kind: "timeout" }
  | { readonly kind: "unreachable"; readonly reason: string };

/** How long Twilio lets a Function run. @see https://www.twilio.com/docs/serverless/functions-assets/faq */
const FUNCTION_LIMIT_MS = 10_000;

export type SendWebhook = (webhook: Webhook) => Promise<WebhookResult>;

/** What the sender needs: whom to sign as, which hosts are on this machine, and what to break or note down. */
export interface WebhookWorld {
  readonly authToken: string;
  readonly faults: Faults;
  readonly journal: Journal;
  /** The loopback port that serves this host, or undefined for a host that is not ours. */
  readonly portOf: (host: string) => number | undefined;
  /** Whether the host is a Functions host: its requests are journaled and can be broken by `function:` faults. */
  readonly isFunctionHost: (host: string) => boolean;
}

/**
 * X-Twilio-Signature of a form webhook.
 * @see https://www.twilio.com/docs/usage/webhooks/webhooks-security
 */
export function signWebhook(
  authToken: string,
  url: string,
  parameters: Readonly<Record<string, string>>,
): string {
  const text = Object.keys(parameters)
    .sort()
    .reduce((all, key) => all + key + parameters[key], url);
  return createHmac("sha1", authToken).update(text, "utf8").digest("base64");
}

/** Makes the sender of webhooks. It never throws: what goes wrong is a result. */
export function createWebhookSender(world: WebhookWorld): SendWebhook {
  return async (webhook) => {
    const url = new URL(webhook.url);
    const isFunction = world.isFunctionHost(url.host);
    const { faults } = world;
    const functionFault = isFunction ? faults.take(`function:${url.pathname}`) : undefined;
    const fault = functionFault ?? faults.take(`http:${url.host}`);
    const started = performance.now();
    const result = await sendWith(world, webhook, url, fault);
    const ms = Math.round(performance.now() - started);
    if (isFunction) noteFunction(world.journal, webhook, result, ms);
    if (isFunction && fault === undefined && ms > FUNCTION_LIMIT_MS)
      world.journal.complain(`${url.pathname} answered after ${ms} ms: a Function has 10 seconds`);
    return result;
  };
}

async function sendWith(
  world: WebhookWorld,
  webhook: Webhook,
  url: URL,
  fault: Fault | undefined,
): Promise<WebhookResult> {
  switch (fault?.kind) {
    case "timeout":
      return { kind: "timeout" };
    case "reset":
      return { kind: "unreachable", reason: "connection reset" };
    case "garbage":
      return {
        kind: "reply",
        status: 200,
        contentType: "text/html",
        body: "\u0000<<<garbage>>>{",
        injected: true,
      };
    case "status":
      return {
        kind: "reply",
        status: fault.status,
        contentType: "text/plain",
        body: `injected ${fault.status}`,
      };
    case "slow":
      await new Promise((resolve) => setTimeout(resolve, Math.min(fault.ms, webhook.timeoutMs)));
      if (fault.ms >= webhook.timeoutMs) return { kind: "timeout" };
  }
  const port = world.portOf(url.host);
  if (port === undefined) return { kind: "unreachable", reason: `${url.host} is not on this machine` };
  const result = await deliver(world.authToken, webhook, url, port);
  return fault?.kind === "lost" ? { kind: "unreachable", reason: "connection reset" } : result;
}

/** Signs the webhook and sends it to the loopback port that serves its host. */
function deliver(authToken: string, webhook: Webhook, target: URL, port: number): Promise<WebhookResult> {
  const isPost = webhook.method === "POST";
  const url = new URL(target);
  url.hash = "";
  if (!isPost)
    for (const [key, value] of Object.entries(webhook.parameters)) url.searchParams.append(key, value);
  const signature = signWebhook(authToken, url.href, isPost ? webhook.parameters : {});
  const contentType = isPost ? { "content-type": "application/x-www-form-urlencoded; charset=UTF-8" } : {};
  return exchange({
    port,
    method: webhook.method,
    path: url.pathname + url.search,
    headers: {
      host: url.host,
      "user-agent": "TwilioProxy/1.1",
      "x-twilio-signature": signature,
      ...contentType,
    },
    body: isPost ? new URLSearchParams(webhook.parameters).toString() : undefined,
    timeoutMs: webhook.timeoutMs,
  });
}

function noteFunction(journal: Journal, webhook: Webhook, result: WebhookResult, ms: number): void {
  const url = new URL(webhook.url);
  const parameters = { ...Object.fromEntries(url.searchParams), ...webhook.parameters };
  const status = result.kind === "reply" ? result.status : result.kind === "timeout" ? 504 : 502;
  const body = result.kind === "reply" ? result.body : "";
  journal.noteFunction({ callSid: parameters.CallSid, path: url.pathname, status, ms, parameters, body });
}
