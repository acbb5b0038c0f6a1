import twilio from "twilio";
import { type LocalTwilio, startLocalTwilio } from "../../../local-twilio/local-twilio";

/* Twilio's helper library, unmodified, in context style; every exchange is judged by twilio_verify_v2.json. Numbers:
   https://www.twilio.com/docs/verify/api/rate-limits-and-timeouts (10 minutes, the same token until then) */
const TO = "+12125550101";
const MINUTE = 60_000;
const GONE = { status: 404, code: 20404 };
let local: LocalTwilio;
let sid: string;
beforeEach(async () => {
  local = await startLocalTwilio({ now: Date.parse("2026-01-05T15:00:00Z"), seed: "verifications" });
  ({ sid } = await services().create({ friendlyName: "house" }));
});
afterEach(async () => {
  await local.close();
  expect(local.journal.complaints).toEqual([]);
});

const services = () => twilio(local.account.sid, local.account.authToken).verify.v2.services;
const send = (options: object = {}) =>
  services()(sid).verifications.create({ to: TO, channel: "sms", ...options });
const check = (code: string, options: object = { to: TO }) =>
  services()(sid).verificationChecks.create({ code, ...options });
const code = () => local.verify.codeFor(sid, TO) ?? "none";
/** A code of the same length that is not the one. */
const wrong = () => code().replace(/^./, (digit) => String((Number(digit) + 1) % 10));

test("a code is sent, checked, and then its verification is gone", async () => {
  const sent = await send();
  expect(sent).toMatchObject({
    ...{ to: TO, channel: "sms", status: "pending", valid: false, serviceSid: sid, lookup: {} },
    sendCodeAttempts: [{ time: "2026-01-05T15:00:00Z", channel: "SMS" }],
  });
  expect(code()).toMatch(/^\d{6}$/);
  expect(await services()(sid).verifications(sent.sid).fetch()).toMatchObject({ status: "pending" });
  expect(await check(wrong())).toMatchObject({ status: "pending", valid: false });
  expect(await check(code())).toMatchObject({ sid: sent.sid, to: TO, status: "approved", valid: true });
  // "Twilio deletes the verification SID once it's: expired (after 10 minutes), approved, max check attempts reached"
  await expect(check("123456")).rejects.toMatchObject({
    ...GONE,
    message: `The requested resource /Services/${sid}/VerificationCheck was not found`,
  });
  await expect(services()(sid).verifications(sent.sid).fetch()).rejects.toMatchObject(GONE);
  expect(local.verify.codeFor(sid, TO)).toBeUndefined();
  // Verify sends by numbers of Twilio's own.
  expect(local.messages.sent()).toEqual([]);
});

test("a verification may be checked by its SID, and called off", async () => {
  const first = await send({ channel: "call", locale: "es" });
  expect(first).toMatchObject({ channel: "call", sendCodeAttempts: [{ channel: "CALL" }] });
  const called = await services()(sid).verifications(first.sid).update({ status: "canceled" });
  expect(called).toMatchObject({ status: "canceled", valid: false });
  await expect(check(wrong())).rejects.toMatchObject(GONE);
  const second = await send();
  expect(second.sid).not.toBe(first.sid);
  expect(await check(code(), { verificationSid: second.sid })).toMatchObject({ status: "approved" });
});

test("a code is as long as the Service says, and stays the same for ten minutes", async () => {
  await services()(sid).update({ codeLength: 8 });
  const first = await send();
  const before = code();
  expect(before).toMatch(/^\d{8}$/);
  await local.clock.sleep(10 * MINUTE - 1);
  expect(await send()).toMatchObject({ sid: first.sid, sendCodeAttempts: [{}, {}] });
  expect(code()).toBe(before);
  await local.clock.sleep(1);
  await expect(check(before)).rejects.toMatchObject(GONE);
  expect((await send()).sid).not.toBe(first.sid);
  expect(code()).not.toBe(before);
});

// https://www.twilio.com/docs/api/errors/60203 (429, more than 5 times, until it expires)
test("a sixth code in ten minutes is refused", async () => {
  for (let sent = 0; sent < 5; sent += 1) await send();
  await expect(send()).rejects.toMatchObject({ status: 429, code: 60203 });
  await local.clock.sleep(10 * MINUTE);
  expect(await send()).toMatchObject({ status: "pending" });
});

// https://www.twilio.com/docs/api/errors/60202 (429; "wait until the current verification expires (10 minutes) to create a new")
test("after five wrong codes the right one is refused, too, and so is a new one, for ten minutes", async () => {
  const { sid: verification } = await send();
  for (let misses = 0; misses < 5; misses += 1) expect(await check(wrong())).toMatchObject({ valid: false });
  await expect(check(code())).rejects.toMatchObject({ status: 429, code: 60202 });
  await expect(send()).rejects.toMatchObject({ status: 429, code: 60202 });
  await expect(services()(sid).verifications(verification).fetch()).rejects.toMatchObject(GONE);
  await local.clock.sleep(10 * MINUTE);
  await expect(check(wrong())).rejects.toMatchObject(GONE);
  expect(await send()).toMatchObject({ status: "pending" });
});

test("the codes of two Services and two receivers have nothing to do with each other", async () => {
  const { sid: other } = await services().create({ friendlyName: "office" });
  const first = await send();
  await send({ to: "+12125550102" });
  await services()(other).verifications.create({ to: TO, channel: "sms" });
  const codes = [code(), local.verify.codeFor(sid, "+12125550102"), local.verify.codeFor(other, TO)];
  expect(new Set(codes).size).toBe(3);
  await expect(services()(other).verifications(first.sid).fetch()).rejects.toMatchObject(GONE);
  expect(await check(code(), { to: "+12125550102" })).toMatchObject({ valid: false });
});

// https://www.twilio.com/docs/api/errors/60200: "Use strict E.164 formatting, including the + sign"; "Channel parameter is
// not one of the accepted options"; "Code parameter is not between 4-10 numbers long"; 60221: "No target verification
// specified"; 60205: "Disable […] SkipSmsToLandlines"
describe("refuses", () => {
  const invalid = (name: string) => ({ status: 400, code: 60200, message: `Invalid parameter: ${name}` });

  test.each<[string, object, object]>([
    ["a number without +", { to: "12125550101" }, invalid("To")],
    ["a number in national format", { to: "(212) 555-0101" }, invalid("To")],
    ["a number that is too short", { to: "+1212555010" }, invalid("To")],
    ["an unknown channel", { channel: "pigeon" }, invalid("Channel")],
  ])("to send to %s", async (_sentence, options, refusal) => {
    await expect(send(options)).rejects.toMatchObject(refusal);
  });

  test("to check a code of three digits, or nobody's", async () => {
    await expect(check("123")).rejects.toMatchObject(invalid("Code"));
    await expect(check("123456", {})).rejects.toMatchObject({ status: 400, code: 60221 });
    await expect(check("123456")).rejects.toMatchObject(GONE);
  });

  test("a landline, when the Service skips those", async () => {
    local.messages.marks.set(TO, "landline");
    expect(await send()).toMatchObject({ status: "pending" });
    await services()(sid).update({ skipSmsToLandlines: true });
    await expect(send()).rejects.toMatchObject({ status: 403, code: 60205 });
    expect(await send({ channel: "call" })).toMatchObject({ status: "pending" });
  });

  test("what no Service sends", async () => {
    sid = `VA${"1".repeat(32)}`;
    await expect(send()).rejects.toMatchObject(GONE);
    await expect(check("123456")).rejects.toMatchObject(GONE);
  });

  test.each<[string, object]>([
    ["email", { to: "ann@example.com", channel: "email" }],
    ["CustomCode", { customCode: "123456" }],
  ])("by name: %s", async (name, options) => {
    await expect(send(options)).rejects.toMatchObject({
      status: 501,
      message: expect.stringContaining(name),
    });
    expect(local.journal.complaints.splice(0)).toHaveLength(1);
  });
});
