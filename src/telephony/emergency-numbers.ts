import { getCountryCallingCode, isSupportedCountry } from "libphonenumber-js/max";
import type { CountryCode } from "./e164";

/** Twilio's test number, for the countries of the calling code 1: it reads the registered address back. */
export const ADDRESS_READ_BACK = "933";

/**
 * What calls for help in each country in which Twilio routes emergency calls, as it is dialled there.
 * @see https://www.twilio.com/docs/voice/tutorials/emergency-calling-for-programmable-voice
 * @see https://www.twilio.com/docs/voice/tutorials/emergency-calling-for-programmable-voice/emergency-telephone-numbers
 */
const EMERGENCY_NUMBERS: Readonly<Record<string, readonly string[]>> = {
  AT: ["112", "122", "133", "144"],
  AU: ["000", "112"],
  CA: ["911", ADDRESS_READ_BACK],
  DE: ["112", "110"],
  FR: ["112"],
  GB: ["999", "112"],
  IE: ["999", "112"],
  IT: ["112", "113", "115", "118"],
  MY: ["999", "112"],
  NZ: ["111"],
  PH: ["911", "112"],
  TH: ["191", "199", "1669"],
  US: ["911", ADDRESS_READ_BACK],
};

/** Nearly everywhere else one of them calls for help, and nowhere is one of them anything else that matters as much. */
const ELSEWHERE: readonly string[] = ["112", "911"];

/**
 * "You can call emergency numbers with or without the country code, except for 2-digit emergency numbers that always
 * require the country code."
 * @see https://www.twilio.com/docs/voice/tutorials/emergency-calling-for-programmable-voice/emergency-telephone-numbers
 */
const WITH_COUNTRY_CODE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  FR: { "15": "+3315", "17": "+3317", "18": "+3318" },
};

/** The digits that call for help in a country and are dialled as they are: those that the flow itself connects. */
export function emergencyNumbersOf(country: CountryCode): readonly string[] {
  return (Object.hasOwn(EMERGENCY_NUMBERS, country) ? EMERGENCY_NUMBERS[country] : undefined) ?? ELSEWHERE;
}

/** Whether Twilio routes emergency calls of numbers of that country at all. */
export function routesEmergencyCalls(country: CountryCode): boolean {
  return Object.hasOwn(EMERGENCY_NUMBERS, country);
}

/**
 * "Currently only US, Canada and UK are enabled for emergency address registration. All other countries enabled for
 * emergency calling only can place emergency calls without a registered address."
 * @see https://www.twilio.com/docs/voice/tutorials/emergency-calling-for-programmable-voice
 */
export function takesEmergencyAddress(country: CountryCode): boolean {
  return ["US", "CA", "GB"].includes(country);
}

/** What Twilio is to dial for digits that call for help there, with their country's code or without; else undefined. */
export function emergencyNumberFor(digits: string, country: CountryCode): string | undefined {
  return dialFor(digits, country) ?? dialFor(withoutCountryCode(digits, country), country);
}

function dialFor(digits: string, country: CountryCode): string | undefined {
  if (emergencyNumbersOf(country).includes(digits)) return digits;
  const coded = Object.hasOwn(WITH_COUNTRY_CODE, country) ? (WITH_COUNTRY_CODE[country] ?? {}) : {};
  return Object.hasOwn(coded, digits) ? coded[digits] : undefined;
}

function withoutCountryCode(digits: string, country: CountryCode): string {
  const code = isSupportedCountry(country) ? getCountryCallingCode(country) : "";
  return digits.startsWith(code) ? digits.slice(code.length) : "";
}
