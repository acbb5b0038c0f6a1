/** A policy with a home: its SIP domain, the flow of that domain with what of the policy stands in it, HOME_PHONE. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deploy } from "../../../src/deploy/deploy";
import { flowValues } from "../../../src/deploy/flow-values";
import type { Change } from "../../../src/deploy/plan";
import { readProjectFlows } from "../../../src/deploy/read-project-flows";
import { rollBack } from "../../../src/deploy/roll-back";
import { warnAccount } from "../../../src/deploy/warn-account";
import { phoneNumber, policyFound } from "../doctor/sample-facts";
import { haveHome, LINE, orderFor, POLICY } from "./deploy-desk";
import { useDeployDesk } from "./use-deploy-desk";

const PLACEHOLDER = "+12125550199";
const FLOW = "studio/outgoing-call.json";
const RING_HOME = { name: "Home", rules: "household", ring: { to: "home" } };

/** A flow that calls for help and nothing else, with placeholders. */
function outgoing(callerId: string, numbers: string) {
  const split = {
    name: "dialled",
    type: "split-based-on",
    transitions: [
      { event: "noMatch" },
      {
        event: "match",
        next: "connect_emergency",
        conditions: [
          {
            friendly_name: "Is it help?",
            arguments: ["{{trigger.call.To}}"],
            type: "matches_any_of",
            value: numbers,
          },
        ],
      },
    ],
    properties: { input: "{{trigger.call.To}}", offset: { x: 340, y: 0 } },
  };
  const dial = {
    name: "connect_emergency",
    type: "connect-call-to",
    transitions: [{ event: "callCompleted" }, { event: "hangup" }],
    properties: {
      ...{ noun: "number", to: "{{trigger.call.To}}", caller_id: callerId, record: false, timeout: 30 },
      offset: { x: 680, y: 0 },
    },
  };
  const trigger = {
    name: "Trigger",
    type: "trigger",
    transitions: [{ event: "incomingCall", next: "dialled" }],
    properties: { offset: { x: 0, y: 0 } },
  };
  const flags = { allow_concurrent_calls: true };
  return { description: "Outgoing", states: [trigger, split, dial], initial_state: "Trigger", flags };
}

const desk = useDeployDesk(async (prepared) => {
  const { folder, edit } = prepared;
  haveHome(prepared, { [LINE]: RING_HOME });
  edit("studio/bindings.json", (text) => {
    const { "incoming-call": incoming } = JSON.parse(text);
    const { service, baseUrl } = incoming;
    const ends = ["incomingMessage", "incomingConversationMessage", "incomingRequest", "incomingParent"];
    const entry = {
      ...{ service, baseUrl, attach: "sipDomain" },
      ends: [
        ...ends.map((event) => `Trigger.${event}`),
        ...["dialled.noMatch", "connect_emergency.callCompleted", "connect_emergency.hangup"],
      ],
      fills: {
        "connect_emergency.caller_id": "home.callerId",
        "dialled[Is it help?].value": "home.emergencyNumbers",
      },
    };
    return JSON.stringify({ "incoming-call": incoming, "outgoing-call": entry });
  });
  writeFileSync(join(folder, FLOW), `${JSON.stringify(outgoing("filled by deploy", "911"))}\n`);
});

async function deployed(): Promise<{ changes: readonly Change[]; reported: readonly string[] }> {
  const order = await orderFor(desk());
  const outcome = await deploy(order);
  if (outcome.kind === "refused") throw new Error(JSON.stringify(outcome.refusals, null, 2));
  return {
    changes: outcome.changes.filter(({ action }) => action !== "leave"),
    reported: order.reported,
  };
}

const client = () => desk().account.client;

async function liveFlow(): Promise<{ readonly webhookUrl: string; readonly definition: unknown }> {
  const all = await client().studio.v2.flows.list();
  const { sid = "" } = all.find(({ friendlyName }) => friendlyName === "gatehouse-outgoing-call") ?? {};
  const { webhookUrl, definition } = await client().studio.v2.flows(sid).fetch();
  return { webhookUrl, definition };
}

async function variable(name: string): Promise<string | undefined> {
  const [service] = await client().serverless.v1.services.list();
  const environments = client().serverless.v1.services(service?.sid ?? "").environments;
  const all = await environments.list();
  const { sid = "" } = all.find(({ uniqueName }) => uniqueName === "production") ?? {};
  return (await environments(sid).variables.list()).find(({ key }) => key === name)?.value;
}

test("one deploy makes the domain, the flow with our number and the country's, and says how the phone is rung", async () => {
  await deployed();
  const [domain] = await client().sip.domains.list();
  const live = await liveFlow();
  expect(live.definition).toMatchObject(outgoing(LINE, "911, 933"));
  expect(domain?.voiceUrl).toBe(live.webhookUrl);
  expect(await variable("HOME_PHONE")).toBe(`sip:home-0a1b2c3d@${domain?.domainName}`);
  expect((await deployed()).changes).toEqual([]);
});

// "Enable Emergency Calling on a SIP Domain": https://www.twilio.com/docs/voice/sip/api/emergency-calling-api
test("a domain whose phones may not call for help any more is put right", async () => {
  await deployed();
  const [{ sid = "" } = {}] = await client().sip.domains.list();
  await client().sip.domains(sid).update({ emergencyCallingEnabled: false });
  expect((await deployed()).changes).toMatchObject([{ kind: "SIP domain", action: "change" }]);
  expect(await client().sip.domains(sid).fetch()).toMatchObject({ emergencyCallingEnabled: true });
});

test("whatever .env says, HOME_PHONE is the phone on our domain", async () => {
  desk().variables.HOME_PHONE = "sip:somebody@elsewhere.sip.twilio.com";
  await deployed();
  const [domain] = await client().sip.domains.list();
  expect(await variable("HOME_PHONE")).toBe(`sip:home-0a1b2c3d@${domain?.domainName}`);
});

test("another number of ours, another flow: it is published again, and a rollback keeps the number of then", async () => {
  const other = "+12125550101";
  desk().local.addNumber(other);
  await deployed();
  desk().edit("assets/gatehouse.private.json", () =>
    JSON.stringify({
      ...POLICY,
      lines: { [LINE]: RING_HOME, [other]: RING_HOME },
      home: { callerId: other },
    }),
  );
  expect((await deployed()).changes).toContainEqual(
    expect.objectContaining({ kind: "flow", name: "outgoing-call", action: "change" }),
  );
  expect((await liveFlow()).definition).toMatchObject(outgoing(other, "911, 933"));
  expect(await rollBack(await orderFor(desk()))).toMatchObject({ kind: "applied" });
  expect((await liveFlow()).definition).toMatchObject(outgoing(LINE, "911, 933"));
});

test("a caller ID without a registered emergency address is told, and hinders nothing", async () => {
  const { changes, reported } = await deployed();
  expect(changes.length).toBeGreaterThan(15);
  expect(reported.join("\n")).toMatch(/Warning: \+12125550100, .* no registered emergency address/);
});

test("without a flow for outgoing calls, the domain refuses them", async () => {
  rmSync(join(desk().folder, FLOW));
  desk().edit("studio/bindings.json", (text) => {
    const { "outgoing-call": _gone, ...rest } = JSON.parse(text);
    return JSON.stringify(rest);
  });
  await deployed();
  const [domain] = await client().sip.domains.list();
  expect(domain?.voiceUrl).toMatch(/outgoing-fallback\.xml$/);
});

test("without a home there is no flow for it, no domain, and no HOME_PHONE", async () => {
  desk().edit("assets/gatehouse.private.json", () => JSON.stringify(POLICY));
  expect(readProjectFlows(desk().folder).map(({ name }) => name)).toEqual(["incoming-call"]);
  await deployed();
  expect(await client().sip.domains.list()).toEqual([]);
  expect(await variable("HOME_PHONE")).toBeUndefined();
  expect((await client().studio.v2.flows.list()).map(({ friendlyName }) => friendlyName)).toEqual([
    "gatehouse-incoming-call",
  ]);
});

// Numbers: https://www.twilio.com/docs/voice/tutorials/emergency-calling-for-programmable-voice
test("the values are those of the policy's country", () => {
  const { policy } = policyFound({}, { country: "GB", home: {} });
  expect(flowValues(policy)).toEqual({ "home.callerId": LINE, "home.emergencyNumbers": "999, 112" });
  expect(flowValues(policyFound().policy)).toEqual({});
});

test.each<[string, Parameters<typeof phoneNumber>[0], number]>([
  ["registered", { emergencyAddressStatus: "registered" }, 0],
  ["unregistered", { emergencyAddressStatus: "unregistered" }, 1],
  ["pending", { emergencyAddressStatus: "pending-registration" }, 1],
  ["another number's", { number: PLACEHOLDER }, 0],
])("an address that is %s is warned of as often as it should", (_name, change, count) => {
  const { policy } = policyFound({}, { home: {} });
  const project = { home: policy.home, country: "US" };
  expect(warnAccount(project, { numbers: [phoneNumber(change)] })).toHaveLength(count);
});

// Countries, and which of them take an address: https://www.twilio.com/docs/voice/tutorials/emergency-calling-for-programmable-voice
test.each<[string, string, RegExp[]]>([
  ["+12125550100", "US", [/no registered emergency address/]],
  ["+14165550100", "CA", [/no registered emergency address/]],
  ["+18095550100", "DO", [/routes no emergency calls in DO/]],
  ["+12125550100", "NZ", [/no registered emergency address/, /number of US, and the policy's country is NZ/]],
])("a home that shows %s in %s", (number, country, said) => {
  const { policy } = policyFound({}, { country, lines: { [number]: RING_HOME }, home: {} });
  const warnings = warnAccount({ home: policy.home, country }, { numbers: [phoneNumber({ number })] });
  expect(warnings).toEqual(said.map((words) => expect.stringMatching(words)));
});
