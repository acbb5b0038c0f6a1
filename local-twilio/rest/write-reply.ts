import type { ServerResponse } from "node:http";
import type { WireReply } from "./wire";

/**
 * Sends a reply with the headers of Twilio's APIs; nothing when the client is gone.
 * @param startedAt when the request came in, by `performance.now()`
 * @see https://www.twilio.com/docs/usage/twilios-response
 */
export function writeReply(
  response: ServerResponse,
  reply: WireReply,
  { requestSid, startedAt }: { readonly requestSid: string; readonly startedAt: number },
): void {
  if (response.destroyed || response.writableEnded) return;
  const bytes = bytesOf(reply);
  const seconds = (performance.now() - startedAt) / 1000;
  response.writeHead(reply.status, {
    ...(bytes === undefined ? {} : { "content-type": "application/json; charset=utf-8" }),
    ...(bytes === undefined ? {} : { "content-length": bytes.length }),
    "twilio-request-id": requestSid,
    "twilio-request-duration": seconds.toFixed(3),
    "twilio-concurrent-requests": "1",
    ...reply.headers,
  });
  response.end(bytes);
}

function bytesOf({ body, headers }: WireReply): Buffer | undefined {
  if (body === undefined || Buffer.isBuffer(body)) return body;
  const isText = typeof body === "string" && headers?.["content-type"] !== undefined;
  return Buffer.from(isText ? body : JSON.stringify(body));
}
