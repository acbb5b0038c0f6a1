import { PhoneNumberUtil, ShortNumberInfo } from "google-libphonenumber";
import {
  EMERGENCY_NUMBERS,
  isEmergencyNumber,
  isEmergencyNumberOf,
} from "../../../local-twilio/voice/emergency";

/* Which numbers call for help in a country is Google's data; 933 is Twilio's own test number:
   https://www.twilio.com/docs/voice/tutorials/emergency-calling-for-programmable-voice */
test.each(Object.entries(EMERGENCY_NUMBERS))("numbers of +%s call for help there", (code, numbers) => {
  const region = PhoneNumberUtil.getInstance().getRegionCodeForCountryCode(Number(code));
  const known = numbers.filter((number) => ShortNumberInfo.getInstance().isEmergencyNumber(number, region));
  expect(known).toEqual(numbers.filter((number) => number !== "933"));
});

test.each(["911", "933", "112", "999"])("%s is an emergency number", (number) => {
  expect(isEmergencyNumber(number)).toBe(true);
});

test.each(["", "91", "9110", "+911", "411"])("%j is none", (number) => {
  expect(isEmergencyNumber(number)).toBe(false);
});

test("the caller ID's country decides which numbers those are", () => {
  expect(isEmergencyNumberOf("+12125550100", "911")).toBe(true);
  expect(isEmergencyNumberOf("+12125550100", "999")).toBe(false);
});
