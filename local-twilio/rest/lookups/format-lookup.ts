import type { LineFacts } from "../../reputation";
import type { LookedUpNumber } from "./looked-up-number";

/** Types of which there is no carrier data. @see https://www.twilio.com/docs/lookup/v2-api/line-type-intelligence */
const WITHOUT_CARRIER: readonly string[] = [
  ...["personal", "tollFree", "premium", "sharedCost", "uan", "voicemail", "pager", "unknown"],
];

/** The packages that are not served: always null. */
const NOT_SERVED = {
  ...{ caller_name: null, sim_swap: null, call_forwarding: null, identity_match: null },
  ...{ reassigned_number: null, sms_pumping_risk: null, phone_number_quality_score: null, pre_fill: null },
};

/** The packages that are, by the names of `Fields`. */
const PACKAGES = { line_type_intelligence: lineType, line_status: lineStatus } as const;

/** The names of `Fields` that are answered. */
export const SERVED_FIELDS: readonly string[] = ["validation", ...Object.keys(PACKAGES)];

/** The JSON of a looked-up number; the packages that were not asked for are null. */
export function formatLookup(
  number: LookedUpNumber,
  facts: LineFacts,
  fields: readonly string[],
): Record<string, unknown> {
  const valid = facts.valid ?? number.validationErrors.length === 0;
  const asked = (name: keyof typeof PACKAGES) => (fields.includes(name) ? PACKAGES[name](facts) : null);
  return {
    calling_country_code: valid ? number.callingCountryCode : null,
    country_code: valid ? number.countryCode : null,
    phone_number: number.phoneNumber,
    national_format: valid ? number.nationalFormat : null,
    valid,
    validation_errors: valid ? null : errorsOf(number, facts),
    ...NOT_SERVED,
    line_type_intelligence: asked("line_type_intelligence"),
    line_status: asked("line_status"),
    url: `https://lookups.twilio.com/v2/PhoneNumbers/${number.phoneNumber}`,
  };
}

function errorsOf({ validationErrors }: LookedUpNumber, facts: LineFacts): readonly string[] {
  if (facts.validation_errors !== undefined) return facts.validation_errors;
  return validationErrors.length === 0 ? ["INVALID_BUT_POSSIBLE"] : validationErrors;
}

/** A package that failed knows nothing but why. */
function lineType({ line_type_intelligence: facts = {} }: LineFacts) {
  const failed = typeof facts.error_code === "number";
  const { type = failed ? null : "mobile" } = facts;
  const known = type !== null && !WITHOUT_CARRIER.includes(type);
  return {
    ...{ type, error_code: facts.error_code ?? null },
    carrier_name: facts.carrier_name ?? (known ? "Local Carrier" : null),
    mobile_country_code: facts.mobile_country_code ?? (known ? "310" : null),
    mobile_network_code: facts.mobile_network_code ?? (known && type === "mobile" ? "999" : null),
  };
}

function lineStatus({ line_status: facts = {} }: LineFacts) {
  const failed = typeof facts.error_code === "number";
  return { status: facts.status ?? (failed ? null : "active"), error_code: facts.error_code ?? null };
}
