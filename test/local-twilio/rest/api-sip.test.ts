import twilio from "twilio";
import { type LocalTwilio, startLocalTwilio } from "../../../local-twilio/local-twilio";

/* Twilio's helper library, unmodified, in context style; every exchange is judged by twilio_api_v2010.json, from whose
   descriptions and examples the expected values are. */
let local: LocalTwilio;
beforeEach(async () => {
  local = await startLocalTwilio({ now: Date.parse("2026-01-05T15:00:00Z"), seed: "sip" });
});
afterEach(async () => {
  await local.close();
  expect(local.journal.complaints).toEqual([]);
});

const sip = () =>
  twilio(local.account.sid, local.account.authToken).api.v2010.accounts(local.account.sid).sip;
const failure = (request: Promise<unknown>) =>
  request.then(
    () => "no failure",
    ({ status, code }: { status: number; code: number }) => `${status} ${code}`,
  );
const DAY_MS = 24 * 3600 * 1000;
/** The example in the description of the Password parameter. */
const PASSWORD = "IWasAtSignal2018";

describe("a SIP Domain", () => {
  test("is made with Twilio's defaults, fetched, changed, listed and deleted", async () => {
    const { sid } = await sip().domains.create({ domainName: "Ann.sip.twilio.com" });
    expect(await sip().domains(sid).fetch()).toMatchObject({
      ...{ sid, domainName: "ann.sip.twilio.com", authType: "", sipRegistration: false, secure: false },
      ...{ voiceUrl: null, voiceMethod: "POST", voiceFallbackUrl: null, voiceStatusCallbackUrl: null },
      ...{ emergencyCallingEnabled: false, emergencyCallerSid: null, byocTrunkSid: null },
    });
    const emergencyCallerSid = local.addNumber("+12125550100");
    const GET = "GET" as const;
    const settings = {
      ...{ friendlyName: "Home phone", voiceUrl: "https://a.example/v", voiceMethod: GET },
      ...{ voiceFallbackUrl: "https://a.example/f", voiceFallbackMethod: GET },
      ...{ voiceStatusCallbackUrl: "https://a.example/s", voiceStatusCallbackMethod: GET },
      ...{ sipRegistration: true, secure: true, emergencyCallingEnabled: true, emergencyCallerSid },
      byocTrunkSid: `BY${"1".repeat(32)}`,
    };
    expect(await sip().domains(sid).update(settings)).toMatchObject(settings);
    const kept = await sip().domains(sid).update({ domainName: "bo.sip.twilio.com" });
    expect(kept).toMatchObject({ ...settings, domainName: "bo.sip.twilio.com" });
    await sip().domains(sid).update({ byocTrunkSid: "", emergencyCallerSid: "", voiceFallbackUrl: "" });
    const [listed] = await sip().domains.list();
    expect(listed).toMatchObject({ byocTrunkSid: null, emergencyCallerSid: null, voiceFallbackUrl: null });
    expect(await sip().domains(sid).remove()).toBe(true);
    expect(await failure(sip().domains(sid).fetch())).toBe("404 20404");
  });

  // https://www.twilio.com/docs/api/errors/21232: "invalid, already in use or a subdomain of a domain you do not control"
  test.each([
    "ann.example.com",
    "ann.pstn.twilio.com",
    "a_b.sip.twilio.com",
    "a.b.sip.twilio.com",
    ".sip.twilio.com",
  ])("is not named %s", async (domainName) => {
    expect(await failure(sip().domains.create({ domainName }))).toBe("400 21232");
  });

  test("has its name alone in the world, and for 30 days after it is deleted", async () => {
    const domainName = "ann.sip.twilio.com";
    const { sid } = await sip().domains.create({ domainName });
    const { sid: other } = await sip().domains.create({ domainName: "bo.sip.twilio.com" });
    expect(await failure(sip().domains.create({ domainName }))).toBe("400 21232");
    expect(await failure(sip().domains(other).update({ domainName }))).toBe("400 21232");
    expect(await failure(sip().domains(sid).update({ domainName }))).toBe("no failure");
    await sip().domains(sid).remove();
    await local.clock.sleep(29 * DAY_MS);
    expect(await failure(sip().domains.create({ domainName }))).toBe("400 21232");
    await local.clock.sleep(DAY_MS);
    expect(await failure(sip().domains.create({ domainName }))).toBe("no failure");
  });

  test("is refused an emergency caller that is no number of ours, and a name that is too long", async () => {
    const { sid } = await sip().domains.create({ domainName: "ann.sip.twilio.com" });
    const update = (settings: object) => failure(sip().domains(sid).update(settings));
    expect(await update({ emergencyCallerSid: `PN${"1".repeat(32)}` })).toBe("400 21231");
    expect(await update({ friendlyName: "x".repeat(65) })).toBe("400 20002");
    expect(await update({ voiceUrl: "nowhere" })).toBe("400 21402");
  });
});

describe("credential lists", () => {
  test("are made, fetched, renamed, listed and deleted; names are unique (21240)", async () => {
    const { sid } = await sip().credentialLists.create({ friendlyName: "Low Rises" });
    expect(await sip().credentialLists(sid).fetch()).toMatchObject({ sid, friendlyName: "Low Rises" });
    expect(await failure(sip().credentialLists.create({ friendlyName: "Low Rises" }))).toBe("400 21240");
    expect(await failure(sip().credentialLists.create({ friendlyName: "x".repeat(65) }))).toBe("400 20002");
    const same = await sip().credentialLists(sid).update({ friendlyName: "Low Rises" });
    expect(same.friendlyName).toBe("Low Rises");
    await sip().credentialLists(sid).update({ friendlyName: "Phones" });
    expect(await sip().credentialLists.list()).toMatchObject([{ sid, friendlyName: "Phones" }]);
    expect(await sip().credentialLists(sid).remove()).toBe(true);
    expect(await failure(sip().credentialLists(sid).fetch())).toBe("404 20404");
  });

  test("hold credentials, whose passwords are never told", async () => {
    const { sid: list } = await sip().credentialLists.create({ friendlyName: "Phones" });
    const { credentials } = sip().credentialLists(list);
    const made = await credentials.create({ username: "kitchen", password: PASSWORD });
    expect(made).toMatchObject({ username: "kitchen", credentialListSid: list });
    expect(JSON.stringify(made.toJSON())).not.toContain(PASSWORD);
    expect(await credentials(made.sid).fetch()).toMatchObject({ sid: made.sid, username: "kitchen" });
    await credentials(made.sid).update({ password: "AnotherOne2019" });
    const kept = local.account.credentialLists.get(list)?.credentials.get(made.sid);
    expect(kept?.password).toBe("AnotherOne2019");
    await credentials.create({ username: "attic", password: PASSWORD });
    expect((await credentials.list()).map(({ username }) => username).sort()).toEqual(["attic", "kitchen"]);
    expect(await credentials(made.sid).remove()).toBe(true);
    expect(await failure(credentials(made.sid).fetch())).toBe("404 20404");
  });

  // "a minimum of 12 characters, contain at least 1 digit, and have mixed case"; "up to 32 characters long"
  test.each<[string, string, string]>([
    ["a short password", "attic", "IWasAtSig18"],
    ["a password without digits", "attic", "IWasAtSignalOnce"],
    ["a password without capitals", "attic", "iwasatsignal2018"],
    ["a password of capitals", "attic", "IWASATSIGNAL2018"],
    ["a long name", "x".repeat(33), PASSWORD],
    ["a name that is there", "kitchen", PASSWORD],
  ])("refuse %s: 21243", async (_sentence, username, password) => {
    const { sid } = await sip().credentialLists.create({ friendlyName: "Phones" });
    const { credentials } = sip().credentialLists(sid);
    const { sid: first } = await credentials.create({ username: "kitchen", password: PASSWORD });
    expect(await failure(credentials.create({ username, password }))).toBe("400 21243");
    const again = password === PASSWORD ? "no failure" : "400 21243";
    expect(await failure(credentials(first).update({ password }))).toBe(again);
  });
});

type Purpose = "calls" | "registrations";

function listed(domain: string, purpose: Purpose): Promise<readonly { readonly sid: string }[]> {
  const { calls, registrations } = sip().domains(domain).auth;
  if (purpose === "calls") return calls.credentialListMappings.list();
  return registrations.credentialListMappings.list();
}

describe.each<Purpose>(["calls", "registrations"])("a domain's credential lists for %s", (purpose) => {
  test("are mapped, fetched, listed and unmapped; a mapped list stays (21241)", async () => {
    const { sid: domain } = await sip().domains.create({ domainName: "ann.sip.twilio.com" });
    const { sid: list } = await sip().credentialLists.create({ friendlyName: "Phones" });
    const mappings = () => sip().domains(domain).auth[purpose].credentialListMappings;
    const mapping = (sid: string) => {
      const { calls, registrations } = sip().domains(domain).auth;
      return purpose === "calls"
        ? calls.credentialListMappings(sid)
        : registrations.credentialListMappings(sid);
    };
    expect(await listed(domain, purpose)).toEqual([]);
    const made = await mappings().create({ credentialListSid: list });
    expect(made).toMatchObject({ sid: list, friendlyName: "Phones" });
    expect(await mapping(list).fetch()).toMatchObject({ sid: list, friendlyName: "Phones" });
    expect(await listed(domain, purpose)).toMatchObject([{ sid: list }]);
    // "The types of authentication you have mapped to your domain": that of calls
    const { authType } = await sip().domains(domain).fetch();
    expect(authType).toBe(purpose === "calls" ? "CREDENTIAL_LIST" : "");
    const other = purpose === "calls" ? "registrations" : "calls";
    expect(await listed(domain, other)).toEqual([]);
    expect(await failure(mappings().create({ credentialListSid: list }))).toBe("400 21231");
    expect(await failure(sip().credentialLists(list).remove())).toBe("400 21241");
    expect(await mapping(list).remove()).toBe(true);
    expect(await failure(mapping(list).fetch())).toBe("404 20404");
    expect(await sip().credentialLists(list).remove()).toBe(true);
    expect(await failure(mappings().create({ credentialListSid: list }))).toBe("400 21231");
  });
});
