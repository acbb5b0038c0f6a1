import { CALL_SID_HEADER } from "../../call-context";
import type { Journal } from "../../journal";
import type { Reputation } from "../../reputation";
import { pathParser } from "../parse-path";
import { answer, route } from "../route";
import { TwilioError } from "../twilio-error";
import type { Product, WireRequest } from "../wire";
import { formatLookup, SERVED_FIELDS } from "./format-lookup";
import { readLookedUp } from "./looked-up-number";

const NUMBER_PATH = "/v2/PhoneNumbers/{PhoneNumber}";

/** @see https://www.twilio.com/docs/lookup/v2-api#data-packages (in `twilio_lookups_v2.json`, too) */
const OTHER_FIELDS: readonly string[] = [
  ...["caller_name", "sim_swap", "call_forwarding", "identity_match", "reassigned_number"],
  ...["sms_pumping_risk", "phone_number_quality_score", "pre_fill"],
];

/** What Lookup needs to know. */
export interface LookupsWorld {
  readonly reputation: Reputation;
  readonly journal: Journal;
}

/** Lookup v2 of single numbers, answered from `reputation.lines`. Other packages and operations are refused by name. */
export function createLookupsProduct({ reputation, journal }: LookupsWorld): Product {
  const parse = pathParser(NUMBER_PATH);
  const routes = [
    route("GET", NUMBER_PATH, ({ PhoneNumber }, { query }) => {
      const fields = fieldsOf(query);
      const number = readLookedUp(PhoneNumber, query.get("CountryCode"));
      const facts = reputation.lines.get(number.phoneNumber) ?? {};
      return { status: 200, body: formatLookup(number, facts, fields) };
    }),
  ];
  const arrived = ({ method, path, headers }: WireRequest) => {
    const number = method === "GET" ? parse(path)?.PhoneNumber : undefined;
    if (number !== undefined)
      journal.noteReputation({ callSid: headers[CALL_SID_HEADER], source: "lookup", number });
  };
  return { host: "lookups.twilio.com", arrived, handle: (request) => answer(routes, request) };
}

/** @throws TwilioError 501 for a package that is not served, 400 for one that does not exist */
function fieldsOf(query: URLSearchParams): readonly string[] {
  const fields = (query.get("Fields") ?? "").split(",").filter((field) => field !== "");
  for (const field of fields) {
    if (SERVED_FIELDS.includes(field)) continue;
    throw OTHER_FIELDS.includes(field)
      ? new TwilioError(501, 20501, `Local Twilio does not have the Lookup field ${field}`)
      : new TwilioError(400, 20001, `Invalid Fields: ${field}`);
  }
  return fields;
}
