import {
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from "libphonenumber-js/max";
import { TwilioError } from "../twilio-error";

/** A number as Lookup understands it: what is not valid has neither country nor national format. */
export interface LookedUpNumber {
  readonly phoneNumber: string;
  readonly callingCountryCode: string | null;
  readonly countryCode: string | null;
  readonly nationalFormat: string | null;
  readonly validationErrors: readonly string[];
}

/** By the names of libphonenumber, whose results Twilio's `validation_errors` are. */
const VALIDATION_ERRORS: Readonly<Record<string, string>> = {
  INVALID_COUNTRY: "INVALID_COUNTRY_CODE",
  NOT_A_NUMBER: "NOT_A_NUMBER",
  TOO_SHORT: "TOO_SHORT",
  TOO_LONG: "TOO_LONG",
  INVALID_LENGTH: "INVALID_LENGTH",
};

/**
 * Reads a number "in E.164 or national format. Default country code is +1 (North America)."
 * @throws TwilioError 400 for a CountryCode that is no country
 * @see https://www.twilio.com/docs/lookup/v2-api/formatting-validation
 */
export function readLookedUp(text: string, countryCode: string | null): LookedUpNumber {
  const country = countryCode?.toUpperCase() ?? "US";
  if (!isSupportedCountry(country)) throw new TwilioError(400, 20001, `Invalid CountryCode: ${countryCode}`);
  const parsed = parsePhoneNumberFromString(text, country);
  if (parsed?.isValid() === true) return understood(parsed);
  const problem = validatePhoneNumberLength(text, country) ?? "";
  return {
    ...{ phoneNumber: parsed?.number ?? text, callingCountryCode: null, countryCode: null },
    ...{ nationalFormat: null, validationErrors: [VALIDATION_ERRORS[problem] ?? "INVALID_BUT_POSSIBLE"] },
  };
}

function understood(parsed: PhoneNumber): LookedUpNumber {
  const { number: phoneNumber, countryCallingCode: callingCountryCode, country: countryCode = null } = parsed;
  const nationalFormat = parsed.formatNational();
  return { phoneNumber, callingCountryCode, countryCode, nationalFormat, validationErrors: [] };
}
