import type { PaidProvider } from "./provider";
import { readTelesignReply } from "./read-telesign-reply";

/**
 * TeleSign's Intelligence Cloud, to which its customers have to move from Score. Older pages have `POST /intelligence` with a
 * JSON body; TeleSign's OpenAPI document and its newest SDKs (ruby 4.1.0, node enterprise 7.0.0) send a form to
 * `/intelligence/phone`, and so does this. The customer ID and key are those of Intelligence, which may be others than Score's.
 * @see https://developer.telesign.com/enterprise/reference/submitphonenumberforintelligencecloud
 */
export const telesignIntelligence: PaidProvider = {
  kind: "paid",
  title: "TeleSign Intelligence",
  account: "telesign",
  ask: (number) => ({
    url: "https://detect.telesign.com/intelligence/phone",
    form: { phone_number: number.replace("+", ""), account_lifecycle_event: "transact" },
  }),
  read: readTelesignReply,
};
