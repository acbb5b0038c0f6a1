import type { PaidProvider } from "./provider";
import { readLookupReply } from "./read-lookup-reply";

/**
 * Twilio Lookup v2, paid for with the Twilio account itself: what kind of line it is, and whether its network knows it. Line
 * status is in private beta: to an account without it its part of the answer is an error code, and the kind of line decides alone.
 * @see https://www.twilio.com/docs/lookup/v2-api
 */
export const twilioLookup: PaidProvider = {
  kind: "paid",
  title: "Twilio Lookup",
  account: "twilio",
  ask: (number) => ({
    url: `https://lookups.twilio.com/v2/PhoneNumbers/${encodeURIComponent(number)}?Fields=${FIELDS}`,
  }),
  read: readLookupReply,
};

const FIELDS = "line_type_intelligence,line_status";
