/** Whole examinations of an account on local Twilio, by Twilio's own helper library: each check seen well, and seen to complain. */
import { readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CHECKS } from "../../../src/doctor/checks";
import { haveConsole, LINE } from "../deploy/deploy-desk";
import { inventory } from "../deploy/inventory";
import { type DoctorDesk, openDoctorDesk, removeDist } from "./doctor-desk";

jest.setTimeout(60_000);
const STRANGER = "+12125550177";
const FLOW = "incoming-call";
let desk: DoctorDesk;
let sync: string;

beforeAll(async () => {
  desk = await openDoctorDesk();
});
afterAll(async () => {
  const { complaints } = desk.local.journal;
  await desk.close();
  removeDist();
  expect(complaints).toEqual([]);
});

test("before anything is deployed it says so, and what to do", async () => {
  const { checks, worst } = await desk.look();
  expect(worst).toBe("failure");
  expect(checks).toContainEqual({
    name: "deployment",
    level: "failure",
    found: "nothing is deployed to this account",
    fix: "npm run deploy",
  });
  expect(checks).toContainEqual(
    expect.objectContaining({
      name: "sync",
      level: "failure",
      fix: expect.stringContaining("npm run deploy"),
    }),
  );
  const notMade = checks.filter(({ level }) => level === "warning");
  expect(new Set(notMade.map(({ found }) => found))).toEqual(
    new Set([
      "not checked, because nothing is deployed",
      "not checked, because there is no Sync Service to read",
    ]),
  );
});

test("all is well once it is deployed", async () => {
  await desk.deploy();
  const { checks, worst } = await desk.look();
  expect(checks.filter(({ level }) => level !== "ok")).toEqual([]);
  expect(checks.map(({ name }) => name)).toEqual(CHECKS.map(({ name }) => name));
  expect(worst).toBe("ok");
  const [service] = await desk.account.client.sync.v1.services.list();
  sync = service?.sid ?? "";
});

/** What is seen while something is amiss; it is put right again, and all is well. */
async function seeWhile(name: string, spoil: () => unknown, mend: () => unknown): Promise<string[]> {
  await spoil();
  const seen = await desk.see([name]);
  await mend();
  expect(await desk.see([name])).toEqual([expect.stringMatching(`^${name} ok`)]);
  return seen;
}

const file = (path: string) => join(desk.folder, path);
const POLICY_FILE = "assets/gatehouse.private.json";
const CONTACTS = "assets/contacts.private.vcf";

/** Other text in a file, and the times as they were: a newer file would make the build an old one. */
function edit(path: string, before: string, after: string): void {
  desk.edit(path, (text) => {
    expect(text).toContain(before);
    return text.replace(before, after);
  });
  const yesterday = Date.now() / 1000 - 24 * 3600;
  utimesSync(file(path), yesterday, yesterday);
}

async function seeWithPolicy(name: string, before: string, after: string): Promise<string[]> {
  return seeWhile(
    name,
    () => edit(POLICY_FILE, before, after),
    () => edit(POLICY_FILE, after, before),
  );
}

describe("the project", () => {
  test("a policy with a mistake is a failure that names it, and what needs the policy is not checked", async () => {
    edit(POLICY_FILE, '"ring"', '"rings"');
    const seen = await desk.see(["policy", "contacts", "lines"]);
    edit(POLICY_FILE, '"rings"', '"ring"');
    expect(seen).toEqual([
      expect.stringMatching(
        /^policy failure: .*gatehouse\.private\.json:1 lines\["\+12125550100"\].*did you mean "ring"/s,
      ),
      "contacts warning: not checked, because the policy cannot be read",
      "lines warning: not checked, because the policy cannot be read",
    ]);
  });

  test("an address book that is old, or missing", async () => {
    const halfAYearAgo = Date.now() / 1000 - 182 * 24 * 3600;
    const yesterday = Date.now() / 1000 - 24 * 3600;
    const old = await seeWhile(
      "contacts",
      () => utimesSync(file(CONTACTS), halfAYearAgo, halfAYearAgo),
      () => utimesSync(file(CONTACTS), yesterday, yesterday),
    );
    expect(old).toEqual([expect.stringMatching(/contacts\.private\.vcf is 182 days old$/)]);
    const named = '"contacts":"friends.vcf","ring"';
    expect(await seeWithPolicy("contacts", '"ring"', named)).toEqual([
      expect.stringMatching(/^contacts failure: .*friends\.vcf/),
    ]);
  });

  test("a build that is older than what it was made from, or none", async () => {
    const tomorrow = Date.now() / 1000 + 24 * 3600;
    const yesterday = Date.now() / 1000 - 24 * 3600;
    const stale = await seeWhile(
      "build",
      () => utimesSync(file(POLICY_FILE), tomorrow, tomorrow),
      () => utimesSync(file(POLICY_FILE), yesterday, yesterday),
    );
    expect(stale).toEqual([`build warning: ${POLICY_FILE} has changed since dist/ was built`]);
    const none = await seeWhile(
      "build",
      () => renameSync(file("dist/assets"), file("elsewhere")),
      () => renameSync(file("elsewhere"), file("dist/assets")),
    );
    expect(none).toEqual([expect.stringMatching(/^build warning: there is none/)]);
  });

  test("voicemails that have no address to go to", async () => {
    const [before, after] = ['"email":"ann@example.com"', '"phone":"+12125550123"'];
    expect(await seeWithPolicy("mail-address", before, after)).toEqual([
      expect.stringMatching(/^mail-address warning/),
    ]);
  });

  test("a mail server that turns us away, or does not answer", async () => {
    desk.local.faults.add({ on: "smtp", fault: { kind: "status", status: 554 }, times: 1 });
    const refused = await seeWhile(
      "mail",
      () => undefined,
      () => undefined,
    );
    expect(refused).toEqual([expect.stringMatching(/^mail failure: it does not let us log in: /)]);
    desk.local.faults.add({ on: "smtp", fault: { kind: "reset" }, times: 1 });
    expect(await desk.see(["mail"])).toEqual([expect.stringMatching(/^mail failure: /)]);
  });
});

describe("the account", () => {
  test("wrong credentials are one failure, and the rest is not checked", async () => {
    const variables = { ...desk.variables, AUTH_TOKEN: "f".repeat(32) };
    const { checks } = await desk.look(["credentials"], { variables });
    expect(checks[0]?.fix).toMatch(/^Copy Account SID and Auth Token from https:\/\/console\.twilio\.com/);
    const seen = await desk.see(["credentials", "account", "sync", "functions"], { variables });
    const notMade = "not checked, because Twilio does not let us into the account";
    expect(seen).toEqual([
      expect.stringMatching(/^credentials failure: .*Twilio does not know these credentials/),
      ...["account", "functions", "sync"].map((name) => `${name} warning: ${notMade}`),
    ]);
    expect(seen.join()).not.toContain("f".repeat(32));
  });

  test("a trial account, a suspended one", async () => {
    const { account } = desk.local;
    const trial = await seeWhile(
      "account",
      () => (account.type = "Trial"),
      () => (account.type = "Full"),
    );
    expect(trial).toEqual([
      expect.stringMatching(/^account warning: a trial account: only numbers that you have verified/),
    ]);
    const suspended = await seeWhile(
      "account",
      () => (account.status = "suspended"),
      () => (account.status = "active"),
    );
    expect(suspended).toEqual(["account failure: it is suspended: no call is answered"]);
  });

  test("a clock that is wrong", async () => {
    const at = (minutes: number) => ({ now: () => Date.now() + minutes * 60_000 });
    expect(await desk.see(["clock"], at(2))).toEqual([
      expect.stringMatching(/^clock warning: 1[12]\d s ahead of/),
    ]);
    expect(await desk.see(["clock"], at(-10))).toEqual([
      expect.stringMatching(/^clock failure: (599|60\d) s behind/),
    ]);
  });

  test("Twilio out of order is said, not thrown", async () => {
    desk.local.faults.add({ on: "http:studio.twilio.com", fault: { kind: "status", status: 503 } });
    const seen = await desk.see(["flows", "voice-urls", "sync"]);
    desk.local.faults.clear();
    expect(seen).toEqual([
      expect.stringMatching(/^flows failure: Cannot list the flows: Twilio answered 503/),
      "voice-urls warning: not checked, because the flows in Studio cannot be read",
      expect.stringMatching(/^sync ok/),
    ]);
  });

  test("a line that is no number of the account", async () => {
    const seen = await seeWithPolicy("lines", LINE, "+12125550110");
    expect(seen).toEqual([
      "lines failure: the policy's line +12125550110 is not a number of this account",
      `lines warning: ${LINE} was deployed as a line, and the policy names it no more`,
    ]);
  });

  test("a number that its owner has pointed elsewhere", async () => {
    const { client } = desk.account;
    const [number] = await client.incomingPhoneNumbers.list();
    const point = (settings: object) => client.incomingPhoneNumbers(number?.sid ?? "").update(settings);
    const { voiceUrl = "", voiceFallbackUrl = "" } = number ?? {};
    const elsewhere = await seeWhile(
      "voice-urls",
      () => point({ voiceUrl: "https://example.com/voice", voiceFallbackMethod: "POST" }),
      () => point({ voiceUrl, voiceFallbackMethod: "GET" }),
    );
    expect(elsewhere).toEqual([
      `voice-urls failure: ${LINE}: voice URL: https://example.com/voice -> ${voiceUrl}`,
      `voice-urls failure: ${LINE}: fallback method: POST -> GET`,
    ]);
    const trunk = await seeWhile(
      "voice-urls",
      () => point({ trunkSid: `TK${"1".repeat(32)}` }),
      () => point({ trunkSid: "", voiceUrl, voiceFallbackUrl }),
    );
    expect(trunk[0]).toMatch(/^voice-urls failure: calls to \+12125550100 go to the SIP trunk TK1/);
  });

  test("recordings that everybody can hear", async () => {
    const { account } = desk.local;
    const seen = await seeWhile(
      "recordings",
      () => (account.enforceMediaAuth = false),
      () => (account.enforceMediaAuth = true),
    );
    expect(seen).toEqual([
      expect.stringMatching(
        /^recordings failure: whoever knows a recording's address can hear it \(a made-up recording: 404/,
      ),
    ]);
  });
});

describe("what is deployed", () => {
  test("a flow that was edited in Studio, as a draft or published", async () => {
    const { studio } = desk.local;
    const [flow] = await desk.account.client.studio.v2.flows.list();
    const flowSid = flow?.sid ?? "";
    const { definition, commitMessage } = await desk.account.client.studio.v2.flows(flowSid).fetch();
    const say = (publish: boolean) =>
      studio.editInStudio(
        flowSid,
        (live) => JSON.parse(JSON.stringify(live).replace("Please leave a message", "Do leave a message")),
        { publish },
      );
    expect(say(false)).toBe(2);
    expect(await desk.see(["flows"])).toEqual([
      `flows warning: revision 2 of ${FLOW} is a draft, which callers do not meet`,
    ]);
    expect(say(true)).toBe(3);
    expect(await desk.look(["flows"])).toMatchObject({
      checks: [
        {
          level: "warning",
          found: expect.stringContaining(`${FLOW}: Studio is ahead of the repository: revision 3`),
          fix: "npm run studio:pull",
        },
      ],
    });
    await desk.account.client.studio.v2
      .flows(flowSid)
      .update({ status: "published", definition, commitMessage });
    expect(await desk.see(["flows"])).toEqual([expect.stringMatching(/^flows ok/)]);
  });

  test("a flow that was edited here", async () => {
    const path = `studio/${FLOW}.json`;
    edit(path, "Please leave a message", "Do leave a message");
    const { checks } = await desk.look(["flows"]);
    edit(path, "Do leave a message", "Please leave a message");
    expect(checks).toMatchObject([
      {
        level: "warning",
        found: expect.stringContaining("the repository is ahead of Studio"),
        fix: "npm run deploy",
      },
    ]);
  });

  test("a flow that is gone", async () => {
    const { flows } = desk.account.client.studio.v2;
    const [flow] = await flows.list();
    await flows(flow?.sid ?? "").remove();
    expect(await desk.see(["flows", "voice-urls"])).toEqual([
      `flows failure: Studio has no flow ${FLOW}`,
      "voice-urls failure: there is no live flow that they could point at",
    ]);
    await desk.deploy();
    expect(await desk.see(["flows", "voice-urls"])).toEqual([
      expect.stringMatching(/^flows ok/),
      expect.stringMatching(/^voice-urls ok/),
    ]);
  });

  test("what runs is not what was built", async () => {
    const path = "dist/assets/fallback-done.xml";
    const seen = await seeWhile(
      "live-build",
      () => desk.edit(path, (text) => `${text}\n`),
      () => desk.edit(path, (text) => text.slice(0, -1)),
    );
    expect(seen).toEqual(["live-build warning: what runs is not what is in dist/"]);
  });

  test("Functions that do not answer, and a fallback that does not", async () => {
    const { faults } = desk.local;
    const down = await seeWhile(
      "functions",
      () => faults.add({ on: "http:*.twil.io", fault: { kind: "status", status: 500 } }),
      () => faults.clear(),
    );
    expect(down).toEqual([
      expect.stringMatching(
        /^functions failure: \/incoming\/reject, asked with Twilio's signature, answered 500/,
      ),
      expect.stringMatching(
        /^functions failure: \/incoming\/reject, asked without a signature, answered 500 instead of refusing$/,
      ),
      expect.stringMatching(/^functions failure: \/fallback\.xml answered 500/),
    ]);
    const cut = await seeWhile(
      "functions",
      () => faults.add({ on: "http:*.twil.io", fault: { kind: "reset" } }),
      () => faults.clear(),
    );
    expect(cut).toHaveLength(3);
    expect(cut[0]).toMatch(/did not answer \(/);
  });

  test("Functions that answer everybody", async () => {
    const [closed, open] = [
      "dist/functions/incoming/reject.protected.js",
      "dist/functions/incoming/reject.js",
    ];
    renameSync(file(closed), file(open));
    await desk.deploy();
    expect(await desk.see(["functions"])).toEqual([
      expect.stringMatching(/^functions failure: .* answered 200 instead of refusing: anybody/),
    ]);
    renameSync(file(open), file(closed));
    await desk.deploy();
    expect(await desk.see(["functions"])).toEqual([expect.stringMatching(/^functions ok/)]);
  });

  test("variables that are missing, others', or not those of .env", async () => {
    const { services } = desk.account.client.serverless.v1;
    const [environment] = await services("gatehouse").environments.list();
    const { variables } = services(environment?.serviceSid ?? "").environments(environment?.sid ?? "");
    const one = (await variables.list()).find(({ key }) => key === "LINK_SECRET");
    await variables(one?.sid ?? "").remove();
    await variables.create({ key: "LNIK_SECRET", value: "whatever" });
    desk.variables.MAIL_FROM = "other@example.com";
    const seen = await desk.see(["variables"]);
    desk.variables.MAIL_FROM = "gatehouse@example.com";
    expect(seen).toEqual([
      expect.stringMatching(/^variables failure: the Service lacks LINK_SECRET: the key that signs/i),
      "variables warning: MAIL_FROM on the Service is not what this computer has for it",
      "variables warning: no Function reads LNIK_SECRET",
    ]);
    const slip = (await variables.list()).find(({ key }) => key === "LNIK_SECRET");
    await variables(slip?.sid ?? "").remove();
    await desk.deploy();
    expect(await desk.see(["variables"])).toEqual([expect.stringMatching(/^variables ok/)]);
  });

  test("a home whose phone help would not find", async () => {
    const [before, after] = ['"lines"', '"home":{},"lines"'];
    edit(POLICY_FILE, before, after);
    const noAddress = expect.stringMatching(
      /^emergency failure: \+12125550100, which the home's phone shows, has no registered emergency address/,
    );
    expect(await desk.see(["emergency", "home-phone"])).toEqual([
      "home-phone failure: there is no SIP domain that it could register with",
      "emergency failure: the policy has a home, and there is no SIP domain",
      noAddress,
    ]);
    Object.assign(desk.variables, { SIP_USERNAME: "kitchen", SIP_PASSWORD: "Long-Enough-2026" });
    await desk.deploy();
    const [domain] = await desk.account.client.sip.domains.list();
    const { domains } = desk.account.client.sip;
    await domains(domain?.sid ?? "").update({ emergencyCallingEnabled: false });
    const [first] = await desk.see(["emergency"]);
    await domains(domain?.sid ?? "").update({ emergencyCallingEnabled: true });
    expect([first, ...(await desk.see(["emergency"]))]).toEqual([
      expect.stringMatching(
        /^emergency failure: the SIP domain .*\.sip\.twilio\.com does not let its phones make them$/,
      ),
      noAddress,
    ]);
    await registerAddress();
    expect(await desk.see(["home-phone"])).toEqual([expect.stringMatching(/^home-phone ok/)]);
    await domains(domain?.sid ?? "").update({ sipRegistration: false, voiceUrl: "https://example.com/" });
    expect(await desk.see(["home-phone"])).toEqual([
      expect.stringMatching(/^home-phone failure: gatehouse-\w+\.sip\.twilio\.com lets no phone register/),
      expect.stringMatching(/^home-phone failure: its voice URL: https:\/\/example\.com\/ -> https:/),
    ]);
    await desk.deploy();
    expect(await desk.see(["home-phone"])).toEqual([expect.stringMatching(/^home-phone ok/)]);
    expect(await desk.see(["emergency"])).toEqual([
      "emergency ok: they carry a registered address, where Twilio takes one",
    ]);
    // The phone may still be there when the policy has a home no more.
    edit(POLICY_FILE, after, before);
    expect(await desk.see(["emergency"])).toEqual([
      "emergency ok: they carry a registered address, where Twilio takes one",
    ]);
  });
});

/** @see https://www.twilio.com/docs/voice/tutorials/emergency-calling-for-programmable-voice */
async function registerAddress(): Promise<void> {
  const { client } = desk.account;
  const address = { customerName: "Ann", street: "1 Example Way", city: "New York", region: "NY" };
  const { sid } = await client.addresses.create({
    ...address,
    postalCode: "10001",
    isoCountry: "US",
    emergencyEnabled: true,
  });
  const [number] = await client.incomingPhoneNumbers.list();
  await client.incomingPhoneNumbers(number?.sid ?? "").update({ emergencyAddressSid: sid });
}

describe("Sync", () => {
  test("a map that is gone", async () => {
    const maps = desk.account.client.sync.v1.services(sync).syncMaps;
    const seen = await seeWhile(
      "sync",
      () => maps("reputation").remove(),
      () => maps.create({ uniqueName: "reputation" }),
    );
    expect(seen).toEqual(["sync failure: the map reputation is not there"]);
  });

  test("hand edits that make no sense, each by its key", async () => {
    const { client } = desk.account;
    const items = (map: string) => client.sync.v1.services(sync).syncMaps(map).syncMapItems;
    const patterns = client.sync.v1.services(sync).documents("patterns");
    await items("blocklist").create({ key: STRANGER, data: { until: "next week" } });
    await items("forwardlist").create({ key: "12125550178", data: { to: "+12125550123" } });
    await patterns.update({ data: { "+1900": { list: "blocklist" }, "+1976*": { list: "blocklist" } } });
    const { checks } = await desk.look(["lists"]);
    expect(checks).toEqual([
      {
        ...{ name: "lists", level: "failure" },
        found: expect.stringMatching(
          /^blocklist "\+12125550177": "until" is "next week"; allowed: a day, .*; it is ignored$/,
        ),
        fix: expect.stringContaining(`npm run lists -- add blocklist ${STRANGER} --until`),
      },
      expect.objectContaining({
        level: "failure",
        found: expect.stringMatching(/^forwardlist "12125550178": its key/),
      }),
      expect.objectContaining({
        level: "failure",
        found: expect.stringMatching(/^patterns "\+1900": its key/),
      }),
    ]);
    await items("blocklist")(STRANGER).remove();
    await items("forwardlist")("12125550178").remove();
    await patterns.update({ data: {} });
    expect(await desk.see(["lists"])).toEqual(["lists ok: 0 entries in 11 lists, all well formed"]);
  });

  test("an office that was closed by its switch, and forgotten", async () => {
    const policy = `"office":{"menu":[{"key":"1","name":"Sales","to":"+12125550160"}]},"lines"`;
    edit(POLICY_FILE, '"lines"', policy);
    const items = desk.account.client.sync.v1.services(sync).syncMaps("office").syncMapItems;
    expect(await desk.see(["office-switch"])).toEqual(["office-switch ok: the office goes by its hours"]);
    await items.create({ key: "state", data: { mode: "night" } });
    const { dateUpdated } = await items("state").fetch();
    const daysLater = (days: number) => ({ now: () => dateUpdated.getTime() + days * 24 * 3600 * 1000 });
    expect(await desk.see(["office-switch"], daysLater(6))).toEqual([
      "office-switch ok: the office is on night",
    ]);
    expect(await desk.see(["office-switch"], daysLater(7))).toEqual([
      "office-switch warning: the office has been on night for 7 days, whatever the hours say",
    ]);
    await items("state").remove();
    edit(POLICY_FILE, policy, '"lines"');
  });

  test("a list that cannot be read does not hide the others", async () => {
    desk.local.faults.add({ on: "sync:GET blocklist", fault: { kind: "status", status: 500 } });
    const seen = await desk.see(["lists"]);
    desk.local.faults.clear();
    expect(seen).toEqual([expect.stringMatching(/^lists failure: blocklist cannot be read: .*500/)]);
  });

  test("mail that was not sent", async () => {
    const recording = `RE${"7".repeat(32)}`;
    const outbox = desk.account.client.sync.v1.services(sync).syncMaps("outbox").syncMapItems;
    const data = { callSid: `CA${"7".repeat(32)}`, at: "2026-01-05T15:00:00Z", tries: 2, error: "refused" };
    const { checks } = await outbox.create({ key: recording, data }).then(() => desk.look(["unsent-mail"]));
    await outbox(recording).remove();
    expect(checks).toEqual([
      {
        ...{ name: "unsent-mail", level: "failure", fix: "npm run voicemails -- --retry" },
        found: `the voicemail ${recording} of ${data.at} was not mailed, tried 2 times: refused`,
      },
    ]);
  });
});

test("a web console that is deployed, and one whose page is gone", async () => {
  const before = readFileSync(file(POLICY_FILE), "utf8");
  haveConsole(desk);
  expect(await desk.see(["web-console"])).toEqual([
    expect.stringMatching(/^web-console failure: .*none is deployed$/),
  ]);
  await desk.deploy();
  expect(await desk.see(["web-console", "variables"])).toEqual([
    expect.stringMatching(/^variables ok/),
    expect.stringMatching(
      /^web-console ok: https:\S+vanity\.html and https:\S+sign-in\.html answer; 1 may sign in$/,
    ),
  ]);
  const [, console] = desk.local.serverless.services.values();
  const [{ domainName } = { domainName: "" }] = console?.environments.values() ?? [];
  desk.local.faults.add({ on: `http:${domainName}`, fault: { kind: "reset" } });
  expect(await desk.see(["web-console"])).toContainEqual(
    expect.stringMatching(/^web-console failure: \/vanity\.html did not answer/),
  );
  desk.local.faults.clear();
  desk.edit(POLICY_FILE, () => before);
  await desk.deploy();
  expect(await desk.see(["web-console"])).toEqual(["web-console ok: the policy has no web console"]);
});

test("it changes nothing: whatever is amiss, it asks with GET, and the Functions by two probes", async () => {
  const items = desk.account.client.sync.v1.services(sync).syncMaps("blocklist").syncMapItems;
  await items.create({ key: STRANGER, data: { until: "next week" } });
  const flows = await desk.account.client.studio.v2.flows.list();
  desk.local.studio.editInStudio(
    flows.find(({ friendlyName }) => friendlyName === "gatehouse-incoming-call")?.sid ?? "",
    (live) => ({ ...live, description: "edited" }),
    { publish: false },
  );
  rmSync(file("dist/assets"), { recursive: true });
  writeFileSync(file(CONTACTS), "no vCard");
  const state = async () => JSON.stringify([await inventory(desk), desk.local.sync.dump(sync)]);
  const before = await state();
  const { checks, worst } = await desk.look();
  const { requests } = desk;
  expect(worst).toBe("failure");
  expect(checks.filter(({ level }) => level !== "ok").length).toBeGreaterThan(3);
  expect(requests.length).toBeGreaterThan(25);
  expect(requests.filter((request) => !request.startsWith("GET "))).toEqual([
    expect.stringMatching(/^POST gatehouse-\d+\.twil\.io\/incoming\/reject$/),
    expect.stringMatching(/^POST gatehouse-\d+\.twil\.io\/incoming\/reject$/),
  ]);
  expect(await state()).toBe(before);
  for (const secret of [desk.variables.AUTH_TOKEN, desk.variables.LINK_SECRET])
    expect(JSON.stringify(checks)).not.toContain(secret);
});
