import twilio from "twilio";
import { type LocalTwilio, startLocalTwilio } from "../../../local-twilio/local-twilio";

/* Twilio's helper library, unmodified, in context style; every exchange is judged by twilio_api_v2010.json, from whose
   descriptions and examples the expected values are. */
let local: LocalTwilio;
let sid: string;
beforeEach(async () => {
  local = await startLocalTwilio({ now: Date.parse("2026-01-05T15:00:00Z"), seed: "numbers" });
  sid = local.addNumber("+12125550100");
});
afterEach(async () => {
  await local.close();
  expect(local.journal.complaints).toEqual([]);
});

const client = () => twilio(local.account.sid, local.account.authToken);
const number = () => client().incomingPhoneNumbers(sid);
const failure = (request: Promise<unknown>) =>
  request.then(
    () => "no failure",
    ({ status, code }: { status: number; code: number }) => `${status} ${code}`,
  );

describe("the account", () => {
  test("is fetched, and is what its settings say", async () => {
    const fetched = await client().api.v2010.accounts(local.account.sid).fetch();
    expect(fetched).toMatchObject({ sid: local.account.sid, type: "Full", status: "active" });
    expect(fetched.dateCreated.toISOString()).toBe("2026-01-05T15:00:00.000Z");
    Object.assign(local.account, { type: "Trial", friendlyName: "Ann's", status: "suspended" });
    const again = await client().api.v2010.accounts(local.account.sid).fetch();
    expect(again).toMatchObject({ type: "Trial", friendlyName: "Ann's", status: "suspended" });
  });

  test("is listed alone, by name and status", async () => {
    const { accounts } = client().api.v2010;
    expect(await accounts.list()).toMatchObject([{ sid: local.account.sid }]);
    expect(await accounts.list({ status: "active" })).toHaveLength(1);
    expect(await accounts.list({ status: "closed" })).toEqual([]);
    expect(await accounts.list({ friendlyName: "another" })).toEqual([]);
  });

  test("of somebody else is not found", async () => {
    expect(
      await failure(
        client()
          .api.v2010.accounts(`AC${"1".repeat(32)}`)
          .fetch(),
      ),
    ).toBe("404 20404");
  });
});

describe("a number", () => {
  test("that is new has Twilio's defaults", async () => {
    expect(await number().fetch()).toMatchObject({
      ...{ sid, phoneNumber: "+12125550100", friendlyName: "(212) 555-0100", origin: "twilio", beta: false },
      ...{ voiceUrl: null, voiceMethod: "POST", voiceFallbackUrl: null, voiceFallbackMethod: "POST" },
      ...{ statusCallback: "", statusCallbackMethod: "POST", voiceApplicationSid: null, trunkSid: null },
      ...{ voiceCallerIdLookup: false, voiceReceiveMode: "voice", status: "in-use" },
      ...{ emergencyAddressSid: null, emergencyAddressStatus: "unregistered", addressRequirements: "none" },
      capabilities: { voice: true, sms: true, mms: true, fax: false },
    });
  });

  test("is set as a whole, and keeps what is not sent", async () => {
    const GET = "GET" as const;
    const settings = {
      ...{ friendlyName: "Home", voiceUrl: "https://a.example/v", voiceMethod: GET },
      ...{ voiceFallbackUrl: "https://a.example/f.xml", voiceFallbackMethod: GET },
      ...{ statusCallback: "https://a.example/s", statusCallbackMethod: GET, voiceCallerIdLookup: true },
      ...{ smsUrl: "https://a.example/m", smsMethod: GET, smsFallbackUrl: "https://a.example/n" },
      ...{ smsFallbackMethod: GET, voiceReceiveMode: "fax" as const },
    };
    const more = { smsApplicationSid: `AP${"1".repeat(32)}`, bundleSid: `BU${"1".repeat(32)}` };
    expect(await number().update({ ...settings, ...more })).toMatchObject({ ...settings, ...more });
    await local.clock.sleep(60_000);
    const changed = await number().update({ voiceUrl: "https://b.example/v" });
    expect(changed).toMatchObject({ ...settings, ...more, voiceUrl: "https://b.example/v" });
    expect(changed.dateUpdated.toISOString()).toBe("2026-01-05T15:01:00.000Z");
    expect(await number().fetch()).toMatchObject({ ...settings, ...more, voiceUrl: "https://b.example/v" });
  });

  // "Setting a trunk_sid will automatically delete your voice_application_sid and vice versa." Empty texts clear, as
  // clients in public repositories do: nyaruka/rapidpro, temba/channels/types/twilio/tests.py.
  test("goes to a trunk or to an application, not both, and to neither after an empty text", async () => {
    const [trunkSid, voiceApplicationSid] = [`TK${"1".repeat(32)}`, `AP${"1".repeat(32)}`];
    const now = async () => {
      const fetched = await number().fetch();
      return [fetched.trunkSid, fetched.voiceApplicationSid];
    };
    await number().update({ voiceApplicationSid });
    expect(await now()).toEqual([null, voiceApplicationSid]);
    await number().update({ trunkSid });
    expect(await now()).toEqual([trunkSid, null]);
    await number().update({ voiceApplicationSid });
    expect(await now()).toEqual([null, voiceApplicationSid]);
    await number().update({ trunkSid: "", voiceApplicationSid: "", voiceUrl: "", statusCallback: "" });
    expect(await now()).toEqual([null, null]);
  });

  // https://www.twilio.com/docs/api/errors/21402, /21403, /21405, /20002; what the schema forbids is a complaint, too
  test.each<[string, Record<string, string>, string]>([
    ["a URL that is none", { VoiceUrl: "example.com/x" }, "400 21402"],
    ["a URL of another kind", { StatusCallback: "ftp://example.com/x" }, "400 21402"],
    ["a fallback without a voice URL", { VoiceFallbackUrl: "https://a.example" }, "400 21405"],
    ["a fallback without an SMS URL", { SmsFallbackUrl: "https://a.example" }, "400 21406"],
    ["a name of 65 letters", { FriendlyName: "x".repeat(65) }, "400 20002"],
    ["an address that is not there", { EmergencyAddressSid: `AD${"1".repeat(32)}` }, "400 20001"],
  ])("refuses %s", async (_sentence, form, refusal) => {
    const uri = `https://api.twilio.com/2010-04-01/Accounts/${local.account.sid}/IncomingPhoneNumbers/${sid}.json`;
    const reply = await client().request({ method: "post", uri, data: form });
    expect(`${reply.statusCode} ${reply.body.code}`).toBe(refusal);
    expect((await number().fetch()).dateUpdated.toISOString()).toBe("2026-01-05T15:00:00.000Z");
  });

  test.each<[string, Record<string, string>, string]>([
    ["a method that is none", { VoiceMethod: "PUT" }, "400 21403"],
    ["a flag that is none", { VoiceCallerIdLookup: "yes" }, "400 20001"],
    ["a mode that is none", { VoiceReceiveMode: "telex" }, "400 20001"],
    ["another kind of SID", { TrunkSid: `AP${"1".repeat(32)}` }, "400 20001"],
  ])("refuses %s, which the schema forbids as well", async (_sentence, form, refusal) => {
    const uri = `https://api.twilio.com/2010-04-01/Accounts/${local.account.sid}/IncomingPhoneNumbers/${sid}.json`;
    const reply = await client().request({ method: "post", uri, data: form });
    expect(`${reply.statusCode} ${reply.body.code}`).toBe(refusal);
    expect(local.journal.complaints.splice(0).length).toBeGreaterThan(0);
  });

  test("of another account is not found, nor is one that is not there", async () => {
    const elsewhere = client().api.v2010.accounts(`AC${"1".repeat(32)}`);
    expect(await failure(elsewhere.incomingPhoneNumbers(sid).fetch())).toBe("404 20404");
    expect(await failure(elsewhere.incomingPhoneNumbers.list())).toBe("404 20404");
    expect(
      await failure(
        client()
          .incomingPhoneNumbers(`PN${"1".repeat(32)}`)
          .fetch(),
      ),
    ).toBe("404 20404");
  });

  test("is given back", async () => {
    expect(await number().remove()).toBe(true);
    expect(await failure(number().fetch())).toBe("404 20404");
    expect(local.account.numbers.size).toBe(0);
  });

  test("is not sold here: buying one is refused by name", async () => {
    const bought = client().incomingPhoneNumbers.create({ phoneNumber: "+12125550101" });
    await expect(bought).rejects.toMatchObject({
      status: 501,
      message: expect.stringContaining("CreateIncomingPhoneNumber"),
    });
    expect(local.journal.complaints.splice(0)).toHaveLength(1);
  });

  test("is added once, and is a number", () => {
    expect(() => local.addNumber("+12125550100")).toThrow("the account has it already");
    expect(() => local.addNumber("2125550100")).toThrow("E.164");
  });
});

describe("the list of numbers", () => {
  test("holds 120 numbers on three pages of 50, each once", async () => {
    for (let n = 1; n < 120; n += 1)
      local.addNumber(`+1${200 + Math.floor(n / 100)}55501${String(n % 100).padStart(2, "0")}`);
    const all = await client().incomingPhoneNumbers.list({ pageSize: 50 });
    expect(new Set(all.map(({ phoneNumber }) => phoneNumber)).size).toBe(120);
    expect(local.faults.seen("http:*")).toBe(3);
    expect(await client().incomingPhoneNumbers.list({ limit: 70, pageSize: 50 })).toHaveLength(70);
    expect(await client().incomingPhoneNumbers.list({ pageSize: 1000 })).toHaveLength(120);
    expect(local.faults.seen("http:*")).toBe(6);
  });

  test("is filtered by number (in part, with * for any digit), name, origin and novelty", async () => {
    const found = async (filter: Parameters<ReturnType<typeof client>["incomingPhoneNumbers"]["list"]>[0]) =>
      (await client().incomingPhoneNumbers.list(filter))
        .map(({ phoneNumber }) => phoneNumber.slice(-4))
        .sort();
    local.addNumber("+13105550101", { friendlyName: "Office", origin: "hosted" });
    local.addNumber("+13105550111", { beta: true });
    expect(await found({ phoneNumber: "+13105550101" })).toEqual(["0101"]);
    expect(await found({ phoneNumber: "310" })).toEqual(["0101", "0111"]);
    expect(await found({ phoneNumber: "55501*1" })).toEqual(["0101", "0111"]);
    expect(await found({ friendlyName: "Office" })).toEqual(["0101"]);
    expect(await found({ origin: "twilio" })).toEqual(["0100", "0111"]);
    expect(await found({ beta: false })).toEqual(["0100", "0101"]);
    expect(await found({ beta: true })).toEqual(["0100", "0101", "0111"]);
  });
});

describe("emergency addresses", () => {
  const street = { street: "4 Pine St", city: "New York", region: "NY", postalCode: "10005" };
  const home = { customerName: "Ann", friendlyName: "Home", isoCountry: "US", ...street };

  // https://www.twilio.com/docs/voice/sip/api/emergency-calling-api: create, associate, check the status; and back
  test("are registered for a number, and hold both in place until they are taken from it", async () => {
    const address = await client().addresses.create({ ...home, emergencyEnabled: true });
    expect(address).toMatchObject({
      ...home,
      validated: true,
      emergencyEnabled: true,
      streetSecondary: null,
    });
    const setting = await number().update({ emergencyAddressSid: address.sid });
    expect(setting.emergencyAddressStatus).toBe("pending-registration");
    expect(await number().fetch()).toMatchObject({
      emergencyAddressSid: address.sid,
      emergencyAddressStatus: "registered",
    });
    expect(await failure(client().addresses(address.sid).remove())).toBe("409 20409");
    expect(await failure(number().remove())).toBe("409 20409");
    const clearing = await number().update({ emergencyAddressSid: "" });
    expect(clearing.emergencyAddressStatus).toBe("pending-unregistration");
    expect((await number().fetch()).emergencyAddressStatus).toBe("unregistered");
    expect(await client().addresses(address.sid).remove()).toBe(true);
    expect(await number().remove()).toBe(true);
  });

  // https://www.twilio.com/changelog/changes-to-the-emergency-calling-api
  test("count alone: setting EmergencyStatus changes nothing", async () => {
    const before = await number().fetch();
    const after = await number().update({ emergencyStatus: "Inactive" });
    expect(after.emergencyStatus).toBe(before.emergencyStatus);
  });

  test("have to be enabled for that, and to look like one of the country", async () => {
    const plain = await client().addresses.create(home);
    expect(plain).toMatchObject({ validated: false, emergencyEnabled: false });
    expect(await failure(number().update({ emergencyAddressSid: plain.sid }))).toBe("400 20001");
    const create = (more: object) =>
      failure(client().addresses.create({ ...home, ...more, emergencyEnabled: true }));
    // https://www.twilio.com/docs/api/errors/21628; the support article asks for "NY", not "New York"
    expect(await create({ region: "New York" })).toBe("400 21628");
    expect(await create({ postalCode: "123" })).toBe("400 21628");
    expect(await create({ isoCountry: "CH" })).toBe("400 21628");
    expect(await create({ friendlyName: "x".repeat(33) })).toBe("400 20002");
    expect(await create({ customerName: "☎".repeat(22) })).toBe("400 20001");
    expect(await create({ isoCountry: "GB", region: "London", postalCode: "SW1A 1AA" })).toBe("no failure");
    expect(await create({ isoCountry: "CA", region: "ON", postalCode: "M5V 2T6" })).toBe("no failure");
  });
});

test("addresses are fetched, changed, listed by what they are, and deleted", async () => {
  const one = {
    customerName: "Ann",
    street: "4th",
    city: "SF",
    region: "CA",
    postalCode: "94019",
    isoCountry: "US",
  };
  const { sid: first } = await client().addresses.create({ ...one, streetSecondary: "Suite 300" });
  await client().addresses.create({ ...one, friendlyName: "Office", isoCountry: "CH" });
  expect(await client().addresses(first).fetch()).toMatchObject({ ...one, streetSecondary: "Suite 300" });
  await local.clock.sleep(1000);
  const changed = await client().addresses(first).update({ city: "Oakland", friendlyName: "Home" });
  expect(changed).toMatchObject({
    ...one,
    city: "Oakland",
    friendlyName: "Home",
    streetSecondary: "Suite 300",
  });
  expect(changed.dateUpdated.getTime() - changed.dateCreated.getTime()).toBe(1000);
  const count = async (filter: object) => (await client().addresses.list(filter)).length;
  expect([await count({}), await count({ isoCountry: "CH" }), await count({ friendlyName: "Home" })]).toEqual(
    [2, 1, 1],
  );
  expect([await count({ customerName: "Bo" }), await count({ emergencyEnabled: true })]).toEqual([0, 0]);
  expect(await client().addresses(first).remove()).toBe(true);
  expect(await failure(client().addresses(first).fetch())).toBe("404 20404");
  const dependents = client().addresses(first).dependentPhoneNumbers.list();
  await expect(dependents).rejects.toMatchObject({ status: 501 });
  expect(local.journal.complaints.splice(0)).toHaveLength(1);
});
