/** Our Verify Service through Twilio's own helper library, on local Twilio. */
import twilio, { type Twilio } from "twilio";
import { type LocalTwilio, startLocalTwilio } from "../../../../local-twilio/local-twilio";
import { openVerify, type VerifyGateway } from "../../../../src/runtime/console/verify-gateway";
import { type E164, isE164 } from "../../../../src/telephony/e164";

let local: LocalTwilio;
let client: Twilio;
let sid: string;
let verify: VerifyGateway;

beforeEach(async () => {
  local = await startLocalTwilio();
  const { account } = local;
  client = twilio(account.sid, account.authToken, { timeout: 1500 });
  sid = (await client.verify.v2.services.create({ friendlyName: "gatehouse" })).sid;
  verify = openVerify(client, sid);
});
afterEach(async () => {
  expect(local.journal.complaints).toEqual([]);
  await local.close();
});

const ANN = e164("+12125550123");
const code = () => local.verify.codeFor(sid, ANN) ?? "";
const wrong = () => (code() === "000000" ? "111111" : "000000");

function e164(text: string): E164 {
  if (!isE164(text)) throw new TypeError(text);
  return text;
}

test("a code is sent, a wrong one is wrong, the right one is right, once", async () => {
  expect(await verify.send(ANN)).toBe("sent");
  const sent = code();
  expect(await verify.check(ANN, wrong())).toBe("wrong");
  expect(await verify.check(ANN, sent)).toBe("approved");
  expect(await verify.check(ANN, sent)).toBe("wrong");
});

test("a code that was never sent is wrong, and one that is older than ten minutes", async () => {
  expect(await verify.check(ANN, "123456")).toBe("wrong");
  await verify.send(ANN);
  const sent = code();
  await local.clock.sleep(10 * 60 * 1000);
  expect(await verify.check(ANN, sent)).toBe("wrong");
});

// https://www.twilio.com/docs/api/errors/60203 and 60202
test("Verify's limits are told apart from its being down", async () => {
  const sendings = [];
  for (let time = 0; time < 6; time++) sendings.push(await verify.send(ANN));
  expect(sendings).toEqual(["sent", "sent", "sent", "sent", "sent", "full"]);
  const checks = [];
  for (let time = 0; time < 6; time++) checks.push(await verify.check(ANN, wrong()));
  expect(checks).toEqual(["wrong", "wrong", "wrong", "wrong", "wrong", "full"]);
});

// https://www.twilio.com/docs/api/errors/60205
test("a telephone that gets no text messages is told apart from Verify's being down", async () => {
  const refusal = { kind: "status", status: 403 } as const;
  local.faults.add({ on: "http:verify.twilio.com", fault: refusal, times: 1 });
  expect(await verify.send(ANN)).toBe("refused");
  local.faults.add({ on: "http:verify.twilio.com", fault: refusal });
  expect(await verify.send(ANN)).toBe("down");
});

test.each(["status", "reset"] as const)("Verify that is down (%s) is down in all it does", async (kind) => {
  await verify.send(ANN);
  local.faults.add({
    on: "http:verify.twilio.com",
    fault: kind === "status" ? { kind, status: 503 } : { kind },
  });
  const all = [await verify.send(ANN), await verify.check(ANN, "123456"), await verify.answers()];
  expect(all).toEqual(["down", "down", false]);
});

test("a Verify Service that is gone does not answer, and sends nothing", async () => {
  expect(await verify.answers()).toBe(true);
  await client.verify.v2.services(sid).remove();
  expect([await verify.answers(), await verify.send(ANN)]).toEqual([false, "down"]);
});
