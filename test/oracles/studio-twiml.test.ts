import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTwimlJudge } from "../../local-twilio/judge/twiml";
import { createExecution } from "../../local-twilio/studio/execution";
import { step } from "../../local-twilio/studio/step";

const FIXTURES = join(__dirname, "../local-twilio/studio/fixtures/widgets");
const ACCOUNT = `AC${"0".repeat(32)}`;
const FLOW = `FW${"0".repeat(32)}`;

interface Case {
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly twiml?: readonly string[];
}

const cases = readdirSync(FIXTURES).flatMap((file): [string, string, Case][] => {
  const { cases: listed }: { readonly cases: readonly Case[] } = JSON.parse(
    readFileSync(join(FIXTURES, file), "utf8"),
  );
  const type = file.replace(".json", "");
  return listed.filter(({ twiml }) => twiml !== undefined).map((one) => [type, one.name, one]);
});

const judge = createTwimlJudge();

// The grammar is that of Twilio's own generated VoiceResponse.
test.each(cases)("the TwiML of %s is Twilio's: %s", (type, _name, { properties }) => {
  const transitions = [{ event: "incomingCall", next: "subject" }];
  const states = [
    { name: "Trigger", type: "trigger", transitions, properties: {} },
    { name: "subject", type, transitions: [], properties },
  ];
  const execution = createExecution({ sid: "FN1", flowSid: FLOW, accountSid: ACCOUNT });
  const trigger = { CallSid: "CA1", From: "+12125550101", To: "+12125550100", CallStatus: "ringing" };
  const [, effects] = step({ states, initial_state: "Trigger" }, execution, {
    type: "start",
    trigger,
    now: 0,
  });
  for (const effect of effects) if (effect.type === "respond") expect(judge(effect.twiml)).toEqual([]);
});
