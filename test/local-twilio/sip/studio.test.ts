import twilio from "twilio";
import { type LocalTwilio, startLocalTwilio } from "../../../local-twilio/local-twilio";
import type { Callee } from "../../../local-twilio/voice/party";
import { scriptedCallee } from "../voice/scripted-callee";
import { DOMAIN, furnishHome, KITCHEN } from "./sip-home";

/* A SIP Domain's calls can go to a Studio flow: https://www.twilio.com/docs/voice/api/sending-sip; what is dialled is
   trigger.call.To: https://www.twilio.com/docs/studio/widget-library/trigger-start. Everything is set up over REST with
   Twilio's helper library. */
const LINE = "+12125550100";
const CALLER = "+12125550101";
let local: LocalTwilio;
beforeEach(async () => {
  local = await startLocalTwilio({ now: Date.parse("2026-01-05T15:00:00Z"), seed: "sip-studio" });
});
afterEach(async () => {
  await local.close();
  expect(local.journal.complaints).toEqual([]);
});

const state = (name: string, type: string, exits: Record<string, string>, properties: object = {}) => ({
  name,
  type,
  transitions: Object.entries(exits).map(([event, next]) => (next === "" ? { event } : { event, next })),
  properties,
});
const say = (name: string, text: string) => state(name, "say-play", { audioComplete: "" }, { say: text });
const flowOf = (...states: object[]) => local.studio.createFlow({ states, initial_state: "Trigger" });

/** Emergency numbers first, in the flow itself; anything else is told what the flow knows of it. */
function outgoingFlow(): string {
  return flowOf(
    state("Trigger", "trigger", { incomingCall: "dialled" }),
    {
      ...state("dialled", "split-based-on", {}, { input: "{{trigger.call.To}}" }),
      transitions: [
        { event: "noMatch", next: "tell" },
        {
          event: "match",
          next: "connect",
          conditions: [
            {
              friendly_name: "Emergency",
              arguments: ["{{trigger.call.To | remove: 'sip:' | split: '@' | first}}"],
              type: "matches_any_of",
              value: "911, 933",
            },
          ],
        },
      ],
    },
    state(
      "connect",
      "connect-call-to",
      { callCompleted: "result", hangup: "" },
      { noun: "number", to: "911", caller_id: LINE, timeout: 60 },
    ),
    say("result", "{{widgets.connect.DialCallStatus}}"),
    say("tell", "{{trigger.call.SipUsername}} {{contact.channel.address}} {{flow.channel.address}}"),
  );
}

async function dial(to: string, callees: Record<string, Callee> = {}) {
  local.addNumber(LINE);
  const webhook = local.studio.webhookUrlOf(outgoingFlow());
  await furnishHome(local, {
    ...{ voiceUrl: webhook, voiceStatusCallbackUrl: webhook, emergencyCallingEnabled: true },
  });
  const { party } = scriptedCallee();
  const answer = (number: string): Callee => callees[number] ?? { does: "failed" };
  return local.sip.placeCall({ from: KITCHEN, to, party, callees: answer });
}

test("a flow connects an emergency call of a SIP phone", async () => {
  const outcome = await dial("911", { "911": { does: "answers", seconds: 30 } });
  expect(outcome.dialed).toEqual([{ to: "911", callerId: LINE, status: "completed" }]);
  expect(local.studio.executionOf(outcome.callSid)?.path).toEqual([
    "Trigger",
    "dialled",
    "connect",
    "result",
  ]);
});

test("a flow knows who calls and what was dialled", async () => {
  const outcome = await dial("2125550142");
  expect(outcome.heard.at(-1)?.text).toBe(`kitchen sip:kitchen@${DOMAIN} sip:2125550142@${DOMAIN}`);
});

describe("a number's flow", () => {
  const connect = (properties: object) =>
    flowOf(
      state("Trigger", "trigger", { incomingCall: "connect" }),
      state(
        "connect",
        "connect-call-to",
        { callCompleted: "result", hangup: "" },
        { caller_id: "{{contact.channel.address}}", ...properties },
      ),
      say("result", "{{widgets.connect.DialCallStatus}} {{widgets.connect.DialSipResponseCode}}"),
    );
  const call = (flowSid: string) => {
    local.addNumber(LINE, { voiceUrl: local.studio.webhookUrlOf(flowSid) });
    const { party } = scriptedCallee();
    return local.receiveCall({ from: CALLER, to: LINE, party, callees: () => ({ does: "failed" }) });
  };
  const sip = { noun: "sip", sip_endpoint: `sip:kitchen@${DOMAIN}` };

  test.each<[string, Callee, string]>([
    ["answers", { does: "answers", seconds: 9 }, "completed 200"],
    ["is busy", { does: "busy" }, "busy 486"],
    ["is not answered", { does: "no-answer" }, "no-answer 487"],
  ])("rings a SIP phone that %s", async (_name, callee, said) => {
    await furnishHome(local);
    const shown: string[] = [];
    const phone = ({ from }: { readonly from: string }) => {
      shown.push(from);
      return callee;
    };
    local.sip.register({ ...KITCHEN, phone });
    const outcome = await call(connect(sip));
    expect(outcome.heard.at(-1)?.text).toBe(said);
    expect(shown).toEqual([CALLER]);
  });

  test.each(["client", "sim"])("that connects to a %s is refused by name", async (noun) => {
    const outcome = await call(connect({ noun, to: "ann" }));
    expect(outcome.errors).toMatchObject([
      { code: 0, message: expect.stringMatching(new RegExp(noun, "i")) },
    ]);
  });
});

test("a call that REST places to a SIP URI rings its phones", async () => {
  // https://www.twilio.com/docs/voice/api/conference-participant-resource: to may be "a phone number, a SIP address, …"
  await furnishHome(local);
  local.addNumber(LINE);
  const { sid, authToken } = local.account;
  const kitchen = local.sip.register({ ...KITCHEN, phone: () => ({ does: "answers", seconds: 10 }) });
  const to = `sip:kitchen@${DOMAIN}`;
  await twilio(sid, authToken).conferences("room").participants.create({ from: LINE, to });
  await local.switchboard.settled();
  expect(kitchen.outcomes).toMatchObject([{ from: LINE, to, answered: true }]);
});
