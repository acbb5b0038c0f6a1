import { deploy } from "../../../src/deploy/deploy";
import { undeploy } from "../../../src/deploy/undeploy";
import { haveConsole, LINE, orderFor, POLICY } from "./deploy-desk";
import { inventory } from "./inventory";
import { requestsToBreak } from "./requests-to-break";
import { useDeployDesk } from "./use-deploy-desk";

const BEFORE = { voiceUrl: "https://demo.twilio.com/welcome/voice/", voiceMethod: "GET" } as const;
const MOST_REQUESTS = 80;
const SLOW_MACHINE_MS = 300_000;
let backedUp: string[];
const desk = useDeployDesk(async ({ account }) => {
  backedUp = [];
  const [number] = await account.client.incomingPhoneNumbers.list();
  await account.client.incomingPhoneNumbers(number?.sid ?? "").update(BEFORE);
});

async function removed() {
  const { account, holder, confirm, report } = await orderFor(desk());
  const backUp = async (sid: string) => {
    backedUp.push(sid);
    return "backup.json";
  };
  return undeploy({ account, holder, confirm, report, backUp });
}

const lineNow = async () => (await desk().account.client.incomingPhoneNumbers.list({ phoneNumber: LINE }))[0];

test("undeploy leaves the account as it was before the first deploy", async () => {
  const empty = await inventory(desk());
  await deploy(await orderFor(desk()));
  expect(await removed()).toMatchObject({ kind: "removed", backup: "backup.json" });
  expect(await inventory(desk())).toEqual(empty);
  expect(await lineNow()).toMatchObject({ ...BEFORE, statusCallback: "" });
  expect(backedUp).toHaveLength(1);
  expect(await removed()).toMatchObject({ kind: "nothing" });
});

test("home and console go, too", async () => {
  desk().edit("assets/gatehouse.private.json", () => JSON.stringify({ ...POLICY, home: {} }));
  haveConsole(desk());
  desk().variables.SIP_USERNAME = "kitchen";
  desk().variables.SIP_PASSWORD = "Correct-Horse-7-Battery";
  const empty = await inventory(desk());
  await deploy(await orderFor(desk()));
  await removed();
  expect(await inventory(desk())).toEqual(empty);
  expect(await desk().account.client.sip.credentialLists.list()).toEqual([]);
  // The name of a removed domain stays taken (21232): the next deploy takes another.
  await deploy(await orderFor(desk()));
  const [domain] = await desk().account.client.sip.domains.list();
  expect(domain?.domainName).toMatch(/^gatehouse-[0-9a-f]{10}-2\.sip\.twilio\.com$/);
});

test("a number that its owner has pointed elsewhere since keeps that", async () => {
  await deploy(await orderFor(desk()));
  const voiceUrl = "https://example.com/voice";
  await desk()
    .account.client.incomingPhoneNumbers((await lineNow())?.sid ?? "")
    .update({ voiceUrl });
  const { changes } = await removed();
  expect(changes).toContainEqual(expect.objectContaining({ kind: "number", name: LINE, action: "leave" }));
  expect(await lineNow()).toMatchObject({ voiceUrl });
});

test("when what was kept is lost, no number is left ringing a flow that is gone", async () => {
  await deploy(await orderFor(desk()));
  const documents = desk().account.client.sync.v1.services("default").documents;
  await documents("gatehouse-deployment").remove();
  const { account } = desk();
  await account.client.incomingPhoneNumbers((await lineNow())?.sid ?? "").update({ statusCallback: "" });
  expect(await deploy(await orderFor(desk()))).toMatchObject({ kind: "applied" });
  await documents("gatehouse-deployment").remove();
  desk().edit("dist/functions/incoming/ended.protected.js", (text) => `${text}\n// later`);
  expect(await deploy(await orderFor(desk()))).toMatchObject({ kind: "applied" });
  await removed();
  expect(await lineNow()).toMatchObject({ voiceUrl: null, voiceFallbackUrl: null });
});

test("nothing is removed when the data cannot be saved", async () => {
  await deploy(await orderFor(desk()));
  const { account, holder, confirm, report } = await orderFor(desk());
  const backUp = () => Promise.reject(new Error("disk full"));
  await expect(undeploy({ account, holder, confirm, report, backUp })).rejects.toThrow("disk full");
  expect(await deploy(await orderFor(desk()))).toMatchObject({ kind: "unchanged" });
});

test(
  "a crash at any request of an undeploy: the next one finishes",
  async () => {
    haveConsole(desk());
    const empty = await inventory(desk());
    for (const request of requestsToBreak(MOST_REQUESTS)) {
      await deploy(await orderFor(desk()));
      desk().local.faults.add({ on: "http:*", fault: { kind: "lost" }, times: 1, after: request });
      desk().local.faults.add({ on: "http:*", fault: { kind: "reset" }, after: request });
      const outcome = await removed().catch(() => "crashed");
      desk().local.faults.clear();
      await removed();
      expect(await inventory(desk())).toEqual(empty);
      expect(await lineNow()).toMatchObject(BEFORE);
      if (outcome !== "crashed") return;
    }
    throw new Error(`an undeploy takes fewer than ${MOST_REQUESTS} requests`);
  },
  SLOW_MACHINE_MS,
);
