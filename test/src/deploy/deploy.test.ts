import { deploy } from "../../../src/deploy/deploy";
import type { Change } from "../../../src/deploy/plan";
import { callLine } from "./call-line";
import { LINE, orderFor, POLICY } from "./deploy-desk";
import { inventory } from "./inventory";
import { useDeployDesk } from "./use-deploy-desk";

const OTHER = "+12125550101";
const desk = useDeployDesk();

/** Deploys, and gives what was not left as it was. */
async function deployed(): Promise<readonly Change[]> {
  const outcome = await deploy(await orderFor(desk()));
  if (outcome.kind === "refused") throw new Error(JSON.stringify(outcome.refusals, null, 2));
  return outcome.changes.filter(({ action }) => action !== "leave");
}

const client = () => desk().account.client;
const writePolicy = (policy: object) =>
  desk().edit("assets/gatehouse.private.json", () => JSON.stringify(policy));

test("the first deploy lets a stranger be screened by the deployed build and flow", async () => {
  expect((await deployed()).length).toBeGreaterThan(15);
  const heard = await callLine(desk());
  expect(heard.map(({ text }) => text).join(" ")).toMatch(/please press \d \d \d/);
  expect(await inventory(desk())).toMatchObject({
    flows: [{ friendlyName: "gatehouse-incoming-call" }],
    services: [["gatehouse", 1]],
  });
});

test("a second run says nothing to change, and only reads", async () => {
  await deployed();
  const before = desk().local.journal.sync.length;
  expect(await deployed()).toEqual([]);
  const writes = desk()
    .local.journal.sync.slice(before)
    .filter(({ target }) => !target.startsWith("GET"));
  expect(writes).toEqual([]);
});

test("the plan alone changes nothing", async () => {
  const order = await orderFor(desk(), async () => false);
  const empty = await inventory(desk());
  expect(await deploy(order)).toMatchObject({ kind: "declined" });
  expect(await inventory(desk())).toEqual(empty);
});

// docs/phone-numbers/api/incomingphonenumber-resource: a page has at most 1,000; here 50
test("a line is found among 120 numbers, and the others are left alone", async () => {
  for (let extra = 0; extra < 120; extra++)
    desk().local.addNumber(`+1${300 + extra}5550100`, { voiceUrl: "https://demo.twilio.com/welcome/voice/" });
  await deployed();
  const numbers = await client().incomingPhoneNumbers.list({ pageSize: 50 });
  const changed = numbers.filter(({ voiceUrl }) => voiceUrl.includes("/Flows/"));
  expect(changed.map(({ phoneNumber }) => phoneNumber)).toEqual([LINE]);
  expect(numbers).toHaveLength(121);
});

test("a line's number rings the flow, has the static Asset as fallback by GET, and no trunk in the way", async () => {
  const [number] = await client().incomingPhoneNumbers.list();
  if (number === undefined) throw new Error("no number");
  await client()
    .incomingPhoneNumbers(number.sid)
    .update({ trunkSid: `TK${"a".repeat(32)}` });
  await deployed();
  const { voiceUrl, voiceFallbackUrl, voiceFallbackMethod, statusCallback, trunkSid } = await client()
    .incomingPhoneNumbers(number.sid)
    .fetch();
  expect(voiceUrl).toMatch(/^https:\/\/webhooks\.twilio\.com\/v1\/Accounts\/AC\w+\/Flows\/FW\w+$/);
  expect({ statusCallback, voiceFallbackMethod, trunkSid: trunkSid ?? "" }).toEqual({
    statusCallback: voiceUrl,
    voiceFallbackMethod: "GET",
    trunkSid: "",
  });
  const fallback = await fetch(voiceFallbackUrl);
  expect(await fallback.text()).toContain("<Record");
});

test("a variable that differs is changed, by name and never by value; one that is not ours is left", async () => {
  await deployed();
  desk().variables.LINK_SECRET = "fedcba9876543210".repeat(4);
  const outcome = await deploy(await orderFor(desk()));
  if (outcome.kind === "refused") throw new Error("refused");
  const changes = outcome.changes.filter(({ action }) => action !== "leave");
  expect(changes).toMatchObject([{ kind: "variable", name: "LINK_SECRET", action: "change" }]);
  expect(JSON.stringify(outcome)).not.toContain("fedcba98");
});

test("a changed Function is built anew, and the plan names it", async () => {
  await deployed();
  desk().edit("dist/functions/incoming/screen.protected.js", (text) => `${text}\n// changed`);
  expect(await deployed()).toMatchObject([{ kind: "build", details: ["~ /incoming/screen"] }]);
});

test("what somebody else has built is replaced, and the plan says so", async () => {
  await deployed();
  const [service] = desk().local.serverless.services.values();
  const [environment] = service?.environments.values() ?? [];
  if (service === undefined || environment === undefined) throw new Error("nothing deployed");
  const { builds, environments } = client().serverless.v1.services(service.sid);
  const [built] = await builds.list();
  const assetVersions = built?.assetVersions.map(({ sid: version }) => version) ?? [];
  const { sid } = await builds.create({ runtime: "node22", assetVersions });
  while ((await builds(sid).buildStatus().fetch()).status !== "completed");
  await environments(environment.sid).deployments.create({ buildSid: sid });
  expect(await deployed()).toMatchObject([
    { kind: "build", details: ["what runs was not built by this command"] },
  ]);
});

test("a number that is no line any more gets back what it had before", async () => {
  desk().local.addNumber(OTHER, { voiceUrl: "https://demo.twilio.com/welcome/voice/", voiceMethod: "GET" });
  const two = { ...POLICY.lines, [OTHER]: { name: "Desk", ring: { to: "+12125550124" } } };
  writePolicy({ ...POLICY, lines: two });
  await deployed();
  writePolicy(POLICY);
  const changes = await deployed();
  expect(changes).toContainEqual(expect.objectContaining({ kind: "number", name: OTHER, action: "restore" }));
  const [number] = await client().incomingPhoneNumbers.list({ phoneNumber: OTHER });
  expect(number).toMatchObject({
    voiceUrl: "https://demo.twilio.com/welcome/voice/",
    voiceMethod: "GET",
    statusCallback: "",
  });
});

test("Sync data is never touched, and a map that is missing is made", async () => {
  await deployed();
  const sync = (await client().sync.v1.services.list()).find(
    ({ friendlyName }) => friendlyName === "gatehouse",
  );
  const service = client().sync.v1.services(sync?.sid ?? "");
  await service.syncMaps("blocklist").syncMapItems.create({ key: "+12125550150", data: { note: "x" } });
  await service.syncMaps("vanity").remove();
  expect(await deployed()).toMatchObject([{ kind: "Sync map", name: "vanity", action: "create" }]);
  expect((await service.syncMaps("blocklist").syncMapItems("+12125550150").fetch()).data).toEqual({
    note: "x",
  });
});

// docs/voice/sip/api/sip-domain-resource: calls and registrations each have a list of credentials
test("a home gets a SIP domain that asks for credentials", async () => {
  writePolicy({ ...POLICY, home: {} });
  desk().variables.SIP_USERNAME = "kitchen";
  desk().variables.SIP_PASSWORD = "Correct-Horse-7-Battery";
  await deployed();
  const [domain] = await client().sip.domains.list();
  expect(domain).toMatchObject({ sipRegistration: true, emergencyCallingEnabled: true });
  expect(domain?.domainName).toMatch(/^gatehouse-[0-9a-f]{10}\.sip\.twilio\.com$/);
  const { calls, registrations } = client().sip.domains(domain?.sid ?? "").auth;
  expect(await calls.credentialListMappings.list()).toHaveLength(1);
  expect(await registrations.credentialListMappings.list()).toHaveLength(1);
  expect(await deployed()).toEqual([]);
});
