import type { AddressRow } from "../../address-row";
import { TwilioError } from "../twilio-error";
import type { WireRequest } from "../wire";
import { readForm, requireText } from "./read-form";

/** What a form says of an address. */
type AddressDetails = Omit<AddressRow, "sid" | "dateCreated" | "dateUpdated">;

/** @see https://www.twilio.com/docs/usage/api/address ("16 4-byte characters, or 21 3-byte characters") */
const MAX_CUSTOMER_NAME_BYTES = 64;
/** Longest friendly name, that of an emergency address first. @see https://www.twilio.com/docs/usage/api/address */
const LONGEST_NAME = { emergency: 32, other: 64 } as const;

/**
 * Where addresses are registered for emergency calls, and how their region and postal code are written there.
 * @see https://www.twilio.com/docs/voice/tutorials/emergency-calling-for-programmable-voice (US, Canada, UK)
 * @see https://support.twilio.com/hc/en-us/articles/360007534873 (two capital letters for the region)
 */
const EMERGENCY_COUNTRIES: Readonly<Record<string, { readonly region: RegExp; readonly code: RegExp }>> = {
  US: { region: /^[A-Z]{2}$/, code: /^\d{5}(-\d{4})?$/ },
  CA: { region: /^[A-Z]{2}$/, code: /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i },
  GB: { region: /./, code: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i },
};

/** The address of a form, or as it changes `before`. @throws TwilioError 400/20001, 400/20002 or 400/21628 */
export function readAddress({ body }: WireRequest, before?: AddressDetails): AddressDetails {
  const form = readForm(body);
  const text = (name: string, old: string | undefined) =>
    old === undefined ? requireText(body, name) : form.text(name, old);
  const address: AddressDetails = {
    friendlyName: form.text("FriendlyName", before?.friendlyName ?? ""),
    customerName: text("CustomerName", before?.customerName),
    street: text("Street", before?.street),
    streetSecondary: form.text("StreetSecondary", before?.streetSecondary ?? null),
    city: text("City", before?.city),
    region: text("Region", before?.region),
    postalCode: text("PostalCode", before?.postalCode),
    isoCountry: before?.isoCountry ?? requireText(body, "IsoCountry"),
    emergencyEnabled: form.flag("EmergencyEnabled", before?.emergencyEnabled ?? false),
  };
  checkLengths(address);
  if (address.emergencyEnabled && !isPlausible(address)) throw invalidAddress(address);
  return address;
}

/** Whether Twilio has looked the address up: it does so for emergency addresses. */
export function isValidated({ emergencyEnabled }: Pick<AddressRow, "emergencyEnabled">): boolean {
  return emergencyEnabled;
}

function checkLengths({ friendlyName, customerName, emergencyEnabled }: AddressDetails): void {
  const longest = LONGEST_NAME[emergencyEnabled ? "emergency" : "other"];
  if (friendlyName.length > longest)
    throw new TwilioError(400, 20002, `FriendlyName must have at most ${longest} characters`);
  if (Buffer.byteLength(customerName, "utf8") > MAX_CUSTOMER_NAME_BYTES)
    throw new TwilioError(400, 20001, `CustomerName must have at most ${MAX_CUSTOMER_NAME_BYTES} bytes`);
}

/** No street is looked up: only how region and postal code are written is checked. */
function isPlausible({ isoCountry, region, postalCode }: AddressDetails): boolean {
  const country = EMERGENCY_COUNTRIES[isoCountry];
  return country?.region.test(region) === true && country.code.test(postalCode);
}

/** @see https://www.twilio.com/docs/api/errors/21628 */
function invalidAddress({ region, postalCode, isoCountry }: AddressDetails): TwilioError {
  const found = `${region}, ${postalCode}, ${isoCountry}`;
  return new TwilioError(400, 21628, `The address you have provided cannot be validated: ${found}`);
}
