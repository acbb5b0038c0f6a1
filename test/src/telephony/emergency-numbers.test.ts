import { emergencyNumberFor, emergencyNumbersOf } from "../../../src/telephony/emergency-numbers";

/** Google's library has no types of its own: as much of it as is asked here. */
interface Google {
  readonly ShortNumberInfo: {
    getInstance(): {
      isEmergencyNumber(digits: string, country: string): boolean;
      getSupportedRegions(): readonly string[];
    };
  };
}
const google = jest.requireActual<Google>("google-libphonenumber").ShortNumberInfo.getInstance();

/** "Twilio supports emergency calling in the US, Canada, the UK, Australia, Ireland, France, Germany, Austria, Malaysia,
    Thailand, Philippines, New Zealand and Italy."
    https://www.twilio.com/docs/voice/tutorials/emergency-calling-for-programmable-voice */
const SERVED = ["US", "CA", "GB", "AU", "IE", "FR", "DE", "AT", "MY", "TH", "PH", "NZ", "IT"];

/** What Google's tables do not call an emergency number, and why it is treated as one. */
const REASONS: Readonly<Record<string, string>> = {
  "US 933": "Twilio's own test number, which reads the registered address back",
  "CA 933": "Twilio's own test number, which reads the registered address back",
};

test.each(SERVED)("each number of %s calls for help there, or is listed with a reason", (country) => {
  const odd = emergencyNumbersOf(country).filter(
    (digits) => !google.isEmergencyNumber(digits, country) && !(`${country} ${digits}` in REASONS),
  );
  expect(odd).toEqual([]);
});

test.each([
  // "In the UK, Twilio supports both 999 and 112 emergency numbers": https://www.twilio.com/docs/voice/sip/emergency-calling
  ["GB", "999"],
  ["GB", "112"],
  ["US", "911"],
  ["US", "933"],
  ["DE", "110"],
  ["AU", "000"],
])("in %s, %s is dialled as it is", (country, digits) => {
  expect(emergencyNumberFor(digits, country)).toBe(digits);
});

// "except for 2-digit emergency numbers that always require the country code", as the table's source says.
test.each([
  ["15", "+3315"],
  ["17", "+3317"],
  ["18", "+3318"],
])("in France %s calls for help, and is dialled as %s", (digits, dial) => {
  expect(google.isEmergencyNumber(digits, "FR")).toBe(true);
  expect(emergencyNumberFor(digits, "FR")).toBe(dial);
  expect(emergencyNumbersOf("FR")).not.toContain(digits);
});

// "You can call emergency numbers with or without the country code", as the table's source says.
test.each([
  ["US", "1911", "911"],
  ["GB", "44999", "999"],
  ["AU", "61000", "000"],
  ["FR", "3315", "+3315"],
])("in %s, %s is dialled as %s", (country, digits, dial) => {
  expect(emergencyNumberFor(digits, country)).toBe(dial);
});

test("wherever Google knows an emergency number, 112 or 911 is dialled at once", () => {
  const elsewhere = google.getSupportedRegions().filter((country) => !SERVED.includes(country));
  expect(elsewhere.length).toBeGreaterThan(200);
  for (const country of elsewhere) expect(emergencyNumbersOf(country)).toEqual(["112", "911"]);
  const isReached = (country: string) =>
    ["112", "911"].some((digits) => google.isEmergencyNumber(digits, country));
  expect(elsewhere.filter(isReached).length).toBeGreaterThan(elsewhere.length / 2);
});

test.each([
  ["US", "411"],
  ["US", "999"],
  ["US", "9911"],
  ["US", "44999"],
  ["GB", "1911"],
  ["US", "91"],
  ["US", ""],
  ["GB", "911"],
  ["GB", "15"],
  ["constructor", "15"],
  ["FR", "constructor"],
])("in %s, %j calls nobody for help", (country, digits) => {
  expect(emergencyNumberFor(digits, country)).toBeUndefined();
});
