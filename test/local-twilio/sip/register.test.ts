import { type LocalTwilio, startLocalTwilio } from "../../../local-twilio/local-twilio";
import { SipRefusal } from "../../../local-twilio/sip/sip-refusal";
import { furnishHome, KITCHEN, PASSWORD, sipOf } from "./sip-home";

let local: LocalTwilio;
beforeEach(async () => {
  local = await startLocalTwilio({ now: Date.parse("2026-01-05T15:00:00Z"), seed: "sip" });
});
afterEach(async () => {
  await local.close();
  expect(local.journal.complaints).toEqual([]);
});

const phone = () => ({ does: "no-answer" }) as const;
const register = (changes: object = {}) => local.sip.register({ ...KITCHEN, phone, ...changes });
const refusal = (attempt: () => unknown) => {
  try {
    attempt();
  } catch (error) {
    if (error instanceof SipRefusal) return [error.status, error.code];
    throw error;
  }
  return "registered";
};

test("a phone registers with a credential that is mapped for registrations, and leaves", async () => {
  // https://www.twilio.com/docs/voice/api/sip-registration
  await furnishHome(local);
  const kitchen = register();
  expect(kitchen).toMatchObject({ isRegistered: true, isInCall: false, outcomes: [] });
  kitchen.unregister();
  expect(kitchen.isRegistered).toBe(false);
});

test("the name of an edge is the domain's, too", async () => {
  // https://www.twilio.com/docs/api/errors/32009 shows username@yoursipdomain.sip.us1.twilio.com
  await furnishHome(local);
  expect(register({ domain: "home.sip.us1.twilio.com" }).isRegistered).toBe(true);
});

describe("is refused", () => {
  test("at a domain without registration: 32210", async () => {
    // https://www.twilio.com/docs/api/errors/32210: "Registration is not enabled for the SIP domain"
    await furnishHome(local, { sipRegistration: false });
    expect(refusal(register)).toEqual([403, 32210]);
  });

  test("when a list is mapped for calls only: 32212", async () => {
    // https://www.twilio.com/docs/api/errors/32212: "there isn't a Credential List mapped"
    await furnishHome(local, { mapped: ["calls"] });
    expect(refusal(register)).toEqual([403, 32212]);
  });

  test("with a credential that is good for calls only: 32202", async () => {
    // docs/voice/sip/api/sip-domain-resource: the lists for calls and for registrations are two
    const { domainSid } = await furnishHome(local, { mapped: ["calls"] });
    const { sid: credentialListSid } = await sipOf(local).credentialLists.create({ friendlyName: "Office" });
    await sipOf(local)
      .domains(domainSid)
      .auth.registrations.credentialListMappings.create({ credentialListSid });
    expect(refusal(register)).toEqual([403, 32202]);
  });

  test.each([
    ["a wrong password", { password: `${PASSWORD}x` }],
    ["an unknown user", { username: "attic" }],
  ])("with %s: 32202", async (_name, changes) => {
    await furnishHome(local);
    expect(refusal(() => register(changes))).toEqual([403, 32202]);
  });

  test("at a domain that the account does not have", () => {
    expect(refusal(register)).toEqual([404, undefined]);
  });

  test("as the eleventh phone of a user, until one leaves: 32007", async () => {
    // https://www.twilio.com/docs/api/errors/32007: "There is a limit of 10 bindings (SIP Endpoints) per AOR."
    await furnishHome(local);
    const [first] = Array.from({ length: 10 }, () => register());
    expect(refusal(register)).toEqual([403, 32007]);
    expect(register({ username: "hall" }).isRegistered).toBe(true);
    first?.unregister();
    expect(refusal(register)).toBe("registered");
  });

  test("when it wants to stay less than ten minutes", async () => {
    // https://www.rfc-editor.org/rfc/rfc3261#section-21.4.17 (423 Interval Too Brief)
    await furnishHome(local);
    expect(refusal(() => register({ expires: 599 }))).toEqual([423, undefined]);
  });
});

describe("a registration", () => {
  // Recorded: expires=600 is accepted, expires=7200 answered with expires=3600 (2026-03-29, T18 and T20).
  test.each([
    [600, 600],
    [7200, 3600],
  ])("asked for %i seconds lasts %i when it is not renewed", async (expires, seconds) => {
    await furnishHome(local);
    const kitchen = register({ expires });
    await local.clock.sleep(seconds * 1000 - 1);
    expect(kitchen.isRegistered).toBe(true);
    await local.clock.sleep(1);
    expect(kitchen.isRegistered).toBe(false);
  });

  test("is renewed by the phone as long as its credential is good", async () => {
    const { listSid } = await furnishHome(local);
    const kitchen = register();
    await local.clock.sleep(10 * 3600 * 1000);
    expect(kitchen.isRegistered).toBe(true);
    const credentials = sipOf(local).credentialLists(listSid).credentials;
    const kitchenSid = (await credentials.list()).find(({ username }) => username === "kitchen")?.sid ?? "";
    await credentials(kitchenSid).update({ password: `${PASSWORD}New` });
    expect(kitchen.isRegistered).toBe(true);
    await local.clock.sleep(3600 * 1000);
    expect(kitchen.isRegistered).toBe(false);
  });
});
