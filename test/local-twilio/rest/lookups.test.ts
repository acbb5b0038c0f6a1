import twilio from "twilio";
import { type LocalTwilio, startLocalTwilio } from "../../../local-twilio/local-twilio";

/* Twilio's helper library, unmodified; every exchange is judged by twilio_lookups_v2.json. */
let local: LocalTwilio;
beforeEach(async () => {
  local = await startLocalTwilio({ seed: "lookups" });
});
afterEach(() => local.close());

const NUMBER = "+12125550188";
const numbers = () => twilio(local.account.sid, local.account.authToken).lookups.v2;
const look = (number: string, fields?: string) =>
  numbers()
    .phoneNumbers(number)
    .fetch(fields === undefined ? {} : { fields });

// https://www.twilio.com/docs/lookup/v2-api/formatting-validation
test("a lookup without fields formats and validates, and tells nothing of the line", async () => {
  expect(await look(NUMBER)).toMatchObject({
    ...{ phoneNumber: NUMBER, valid: true, validationErrors: null, nationalFormat: "(212) 555-0188" },
    ...{ callingCountryCode: "1", countryCode: "US", lineTypeIntelligence: null, lineStatus: null },
    url: `https://lookups.twilio.com/v2/PhoneNumbers/${NUMBER}`,
  });
  expect(await look("2125550188")).toMatchObject({ phoneNumber: NUMBER });
  expect(local.journal.complaints).toEqual([]);
});

// The values of validation_errors in twilio_lookups_v2.json; `fetchInvalid` there has the same nulls.
test.each([
  ["+121255501", "TOO_SHORT"],
  ["+121255501880", "TOO_LONG"],
  ["+999123", "INVALID_COUNTRY_CODE"],
  ["anonymous", "NOT_A_NUMBER"],
])("%s is no number: %s", async (number, error) => {
  expect(await look(number)).toMatchObject({
    ...{ phoneNumber: number, valid: false, validationErrors: [error] },
    ...{ callingCountryCode: null, countryCode: null, nationalFormat: null },
  });
  expect(local.journal.complaints).toEqual([]);
});

test("tells line type and status as scripted, and of a line nobody scripted that it is an active mobile", async () => {
  local.reputation.lines.set(NUMBER, {
    line_type_intelligence: { type: "nonFixedVoip", carrier_name: "Twilio - SMS/MMS-SVR" },
    line_status: { status: "inactive" },
  });
  const fields = "line_type_intelligence,line_status";
  expect(await look(NUMBER, fields)).toMatchObject({
    lineTypeIntelligence: {
      type: "nonFixedVoip",
      carrierName: "Twilio - SMS/MMS-SVR",
      mobileNetworkCode: null,
      errorCode: null,
    },
    lineStatus: { status: "inactive", errorCode: null },
  });
  expect(await look("+12125550189", fields)).toMatchObject({
    lineTypeIntelligence: { type: "mobile", errorCode: null },
    lineStatus: { status: "active", errorCode: null },
  });
  expect(local.journal.complaints).toEqual([]);
  expect(local.journal.reputation).toEqual([
    { callSid: undefined, source: "lookup", number: NUMBER },
    { callSid: undefined, source: "lookup", number: "+12125550189" },
  ]);
});

// "Carrier data isn't available for phone number types: personal, tollFree, […]. In these cases […] null."
test("a toll-free line has no carrier", async () => {
  local.reputation.lines.set(NUMBER, { line_type_intelligence: { type: "tollFree" } });
  const { lineTypeIntelligence } = await look(NUMBER, "line_type_intelligence");
  expect(lineTypeIntelligence).toMatchObject({
    ...{ type: "tollFree", errorCode: null },
    ...{ carrierName: null, mobileCountryCode: null, mobileNetworkCode: null },
  });
  expect(local.journal.complaints).toEqual([]);
});

// https://www.twilio.com/docs/api/errors/60606 (package not enabled), 60607 (unsupported country)
test("a package that fails does so inside a reply that succeeds", async () => {
  local.reputation.lines.set(NUMBER, {
    line_type_intelligence: { error_code: 60607 },
    line_status: { error_code: 60606 },
  });
  expect(await look(NUMBER, "line_type_intelligence,line_status")).toMatchObject({
    lineTypeIntelligence: { type: null, carrierName: null, errorCode: 60607 },
    lineStatus: { status: null, errorCode: 60606 },
  });
  expect(local.journal.complaints).toEqual([]);
});

test("a number may be scripted as invalid", async () => {
  local.reputation.lines.set(NUMBER, { valid: false });
  expect(await look(NUMBER)).toMatchObject({ valid: false, validationErrors: ["INVALID_BUT_POSSIBLE"] });
  expect(local.journal.complaints).toEqual([]);
});

test.each(["caller_name", "sim_swap", "line_status,sms_pumping_risk"])(
  "%s is refused by name",
  async (fields) => {
    await expect(look(NUMBER, fields)).rejects.toMatchObject({ status: 501, code: 20501 });
    expect(local.journal.complaints).toEqual([
      `Local Twilio does not have the Lookup field ${fields.split(",").at(-1)}`,
    ]);
  },
);

test("what Lookup has besides single numbers is refused by name", async () => {
  await expect(numbers().rateLimits.fetch()).rejects.toMatchObject({ status: 501 });
  expect(local.journal.complaints).toEqual([
    "Local Twilio does not have FetchLookupAccountRateLimits (GET lookups.twilio.com/v2/RateLimits)",
  ]);
});

test("the judge still sees a type that is no text", async () => {
  const line = { line_type_intelligence: { type: JSON.parse("7") } };
  local.reputation.lines.set(NUMBER, line);
  await look(NUMBER, "line_type_intelligence");
  expect(local.journal.complaints).toEqual([expect.stringContaining("/type must be string")]);
});
