import type { MessageRow } from "../../messages";
import { type ApiWorld, accountUri } from "./api-world";
import { LANDLINE_ERROR, progressOf } from "./message-status";
import { rfc2822Date } from "./rfc2822-date";

/**
 * The JSON of a message. It has no price, as nothing is billed here, and no Messaging Service.
 * @see https://www.twilio.com/docs/messaging/api/message-resource
 */
export function formatMessage(world: ApiWorld, message: MessageRow): Record<string, unknown> {
  const { sid, from, to, body, segments } = message;
  const { status, at, sentAt } = progressOf(message, world.clock.now());
  const error = status === "undelivered" ? LANDLINE_ERROR : { code: null, message: null };
  const uri = `${accountUri(world)}/Messages/${sid}`;
  return {
    ...{ sid, account_sid: world.account.sid, api_version: "2010-04-01", direction: "outbound-api" },
    ...{ from, to, body, status, num_segments: String(segments), num_media: "0" },
    ...{ error_code: error.code, error_message: error.message, messaging_service_sid: null },
    ...{ price: null, price_unit: null },
    date_created: rfc2822Date(message.dateCreated),
    date_updated: rfc2822Date(at),
    date_sent: rfc2822Date(sentAt),
    uri: `${uri}.json`,
    subresource_uris: { media: `${uri}/Media.json` },
  };
}
