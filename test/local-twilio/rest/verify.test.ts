import twilio from "twilio";
import { type LocalTwilio, startLocalTwilio } from "../../../local-twilio/local-twilio";

/* Twilio's helper library, unmodified, in context style; every exchange is judged by twilio_verify_v2.json, from whose
   descriptions the expected values are. */
let local: LocalTwilio;
beforeEach(async () => {
  local = await startLocalTwilio({ now: Date.parse("2026-01-05T15:00:00Z"), seed: "verify" });
});
afterEach(async () => {
  await local.close();
  expect(local.journal.complaints).toEqual([]);
});

const services = () => twilio(local.account.sid, local.account.authToken).verify.v2.services;

test("a Verify Service is made with the documented defaults, fetched, and deleted", async () => {
  const { sid } = await services().create({ friendlyName: "Anns house" });
  expect(sid).toMatch(/^VA[0-9a-f]{32}$/);
  expect(await services()(sid).fetch()).toMatchObject({
    ...{ sid, friendlyName: "Anns house", codeLength: 6, lookupEnabled: false, customCodeEnabled: false },
    ...{ psd2Enabled: false, skipSmsToLandlines: false, doNotShareWarningEnabled: false, ttsName: null },
    // "Defaults to the service friendly name if not provided", 30 seconds, 6 digits, 1 time-step
    totp: { issuer: "Anns house", time_step: 30, code_length: 6, skew: 1 },
    push: { include_date: false, apn_credential_sid: null, fcm_credential_sid: null },
    url: `https://verify.twilio.com/v2/Services/${sid}`,
  });
  expect(await services()(sid).remove()).toBe(true);
  await expect(services()(sid).fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
});

test("a Verify Service is changed, and keeps what is not sent", async () => {
  const { sid } = await services().create({ friendlyName: "house", codeLength: 4, lookupEnabled: true });
  await local.clock.sleep(1000);
  const settings = {
    ...{ friendlyName: "the house", skipSmsToLandlines: true, dtmfInputRequired: false, ttsName: "x" },
    ...{ psd2Enabled: true, doNotShareWarningEnabled: true, customCodeEnabled: true },
    ...{ defaultTemplateSid: `HJ${"1".repeat(32)}`, verifyEventSubscriptionEnabled: true },
  };
  const more = {
    ...{ "totp.issuer": "Ann", "totp.timeStep": 60, "totp.codeLength": 8, "totp.skew": 2 },
    ...{ "push.includeDate": true, "push.apnCredentialSid": `CR${"1".repeat(32)}` },
    ...{ "whatsapp.msgServiceSid": `MG${"1".repeat(32)}`, "passkeys.relyingParty.id": "a.example" },
    ...{ "passkeys.relyingParty.origins": "a.example,b.example", "passkeys.userVerification": "preferred" },
  };
  const changed = await services()(sid).update({ ...settings, ...more });
  expect(changed).toMatchObject({ ...settings, codeLength: 4, lookupEnabled: true });
  expect(changed.dateUpdated.getTime() - changed.dateCreated.getTime()).toBe(1000);
  expect(await services()(sid).update({ codeLength: 10 })).toMatchObject({
    ...{ ...settings, codeLength: 10 },
    totp: { issuer: "Ann", time_step: 60, code_length: 8, skew: 2 },
    push: { include_date: true, apn_credential_sid: `CR${"1".repeat(32)}` },
    whatsapp: { msg_service_sid: `MG${"1".repeat(32)}` },
    passkeys: {
      relying_party: { id: "a.example", origins: ["a.example", "b.example"] },
      user_verification: "preferred",
    },
  });
});

test("Verify Services are listed, page after page", async () => {
  const made = [];
  for (const name of ["one", "two", "three"])
    made.push((await services().create({ friendlyName: name })).sid);
  const listed = await services().list({ pageSize: 2 });
  expect(listed.map(({ sid }) => sid).sort()).toEqual(made.sort());
});

// https://www.twilio.com/docs/api/errors/60200 ("Invalid parameter: To", status 400; "max 30 characters"), and the
// description of friendly_name: "cannot contain more than 4 (consecutive or non-consecutive) digits", no special characters
test.each<[string, object, string]>([
  ["a name of 31 letters", { friendlyName: "x".repeat(31) }, "FriendlyName"],
  ["a name with five digits in a row", { friendlyName: "house 12345" }, "FriendlyName"],
  ["a name with five digits here and there", { friendlyName: "1 house 23 45" }, "FriendlyName"],
  ["a name with a link", { friendlyName: "example.com" }, "FriendlyName"],
  ["an empty name", { friendlyName: "" }, "FriendlyName"],
  ["codes of 3 digits", { codeLength: 3 }, "CodeLength"],
  ["codes of 11 digits", { codeLength: 11 }, "CodeLength"],
  ["time-steps of 61 seconds", { "totp.timeStep": 61 }, "Totp.TimeStep"],
])("a Verify Service is refused %s: 60200", async (_sentence, settings, parameter) => {
  const refusal = { status: 400, code: 60200, message: `Invalid parameter: ${parameter}` };
  const named = { friendlyName: "house 1234", ...settings };
  await expect(services().create(named)).rejects.toMatchObject(refusal);
  const { sid } = await services().create({ friendlyName: "x".repeat(30) });
  await expect(services()(sid).update(settings)).rejects.toMatchObject(refusal);
});
