import type { PaidProvider } from "./provider";
import { readTelesignReply } from "./read-telesign-reply";

/**
 * TeleSign's Score, for customers who have not moved to its Intelligence Cloud yet. TeleSign names two hosts for it:
 * `rest-api` for self-service customers, as its SDKs have it, and `rest-ww` for enterprise ones; a home or a small office is the
 * former. A call is nearest to `transact` among the account events that it was made for. The number goes into the path "with no
 * special characters or spaces", so without its plus.
 * @see https://standard.telesign.com/api-reference/apis/score-api/request-a-reputation-score-for-a-phone-number/post-score
 * @see https://developer.telesign.com/enterprise/reference/submitphonenumberforintelligence
 */
export const telesignScore: PaidProvider = {
  kind: "paid",
  title: "TeleSign",
  account: "telesign",
  ask: (number) => ({
    url: `https://rest-api.telesign.com/v1/score/${encodeURIComponent(number.replace("+", ""))}`,
    form: { account_lifecycle_event: "transact" },
  }),
  read: readTelesignReply,
};
