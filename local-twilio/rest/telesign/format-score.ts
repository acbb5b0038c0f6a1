import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { TelesignScore } from "../../reputation";
import { type ErrorContext, telesignDate } from "./telesign-error";

/**
 * Up to which score which words apply.
 * @see https://developer.telesign.com/enterprise/changelog/change-to-risk-recommendation-scale-for-intelligence-and-verify-plus
 */
const SCALE = [
  { most: 200, level: "low", recommendation: "allow" },
  { most: 400, level: "medium-low", recommendation: "allow" },
  { most: 600, level: "medium", recommendation: "flag" },
  { most: 800, level: "medium-high", recommendation: "block" },
] as const;
const WORST = { level: "high", recommendation: "block" } as const;

/** @see https://developer.telesign.com/enterprise/docs/codes-languages-and-time-zones#phone-type-codes */
const PHONE_TYPES: Readonly<Record<string, string>> = {
  ...{ 1: "FIXED_LINE", 2: "MOBILE", 3: "PREPAID", 4: "TOLL_FREE", 5: "VOIP", 6: "PAGER", 7: "PAYPHONE" },
  ...{ 9: "RESTRICTED_PREMIUM", 10: "PERSONAL", 11: "VOICEMAIL", 20: "OTHER" },
};
const MOBILE = "2";
/** Of a number found as it is. */
const EXACT_MATCH = 100;

/** What a reply is made from. `number`: its digits. */
export interface ScoreReply extends ErrorContext {
  readonly number: string;
  readonly scored: TelesignScore;
}

/** The JSON of a score; places that are not known are null, as TeleSign has them. @see https://developer.telesign.com/enterprise/reference/submitphonenumberforintelligencecloud */
export function formatScore({ referenceId, externalId, number, scored, now }: ScoreReply) {
  const { phoneType = MOBILE } = scored;
  return {
    ...{ reference_id: referenceId, external_id: externalId },
    status: {
      ...{ code: 300, description: "Transaction successfully completed" },
      updated_on: telesignDate(now),
    },
    ...placesOf(number),
    phone_type: { code: phoneType, description: PHONE_TYPES[phoneType] ?? "OTHER" },
    blocklisting: { block_code: 0, block_description: "Not blocked", blocked: false },
    carrier: { name: "Local Carrier" },
    risk: riskOf(scored),
    risk_insights: {
      ...{ status: 800, category: [], a2p: [], p2p: [] },
      ...{ number_type: [], ip: [], email: [] },
    },
  };
}

function riskOf({ score, level, recommendation }: TelesignScore) {
  const words = SCALE.find(({ most }) => score <= most) ?? WORST;
  return { level: level ?? words.level, recommendation: recommendation ?? words.recommendation, score };
}

function placesOf(number: string) {
  const parsed = parsePhoneNumberFromString(`+${number}`);
  const parts = {
    country_code: parsed?.countryCallingCode ?? "",
    phone_number: parsed?.nationalNumber ?? number,
  };
  const lengths = { max_length: parts.phone_number.length, min_length: parts.phone_number.length };
  const cleansed = { cleansed_code: EXACT_MATCH, ...parts, ...lengths };
  return {
    location: {
      ...{ city: null, county: null, state: null, zip: null, metro_code: null },
      country: { iso2: parsed?.country ?? null, iso3: null, name: null },
      time_zone: { name: null, utc_offset_max: null, utc_offset_min: null },
      coordinates: { latitude: null, longitude: null },
    },
    numbering: {
      original: { ...parts, complete_phone_number: number },
      cleansing: { call: cleansed, sms: cleansed },
    },
  };
}
