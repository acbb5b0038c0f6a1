import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Arrival } from "../../local-twilio/studio/events";
import { createExecution } from "../../local-twilio/studio/execution";
import { parseFlow } from "../../local-twilio/studio/parse-flow";
import { CALL, type Run, take } from "../local-twilio/studio/run-flow";

/** The flow of a home phone that somebody published on GitHub (DCCoder90/home-phone), with its blanks filled in. */
const FILE = join(__dirname, "../../../shared/studio-corpus/21-DCCoder90-home-phone-studio-conf.json");
const OWNER = "+12125550123";
const CODE = "482915";
const TWIML =
  '<?xml version="1.0" encoding="UTF-8"?><Response><Dial><Conference>myconf</Conference></Dial></Response>';

const flow = existsSync(FILE)
  ? parseFlow(
      JSON.parse(
        readFileSync(FILE, "utf8")
          .replaceAll("+MY_PHONE_NUMBER", OWNER)
          .replaceAll("SUPER_SECRET_CODE", CODE)
          .replaceAll("https://URL/", "https://home.example/"),
      ),
    )
  : undefined;

const keys = (Digits: string): Arrival => ({
  type: "webhook",
  flowEvent: "",
  parameters: { ...CALL, Digits },
});
const silence: Arrival = { type: "webhook", flowEvent: "", parameters: CALL };
const reply = (contentType: string, body: string, status = 200): Arrival => ({
  type: "response",
  response: { kind: "reply", status, contentType, body },
});
const json = (body: string) => reply("application/json", body);
const twiml = reply("text/xml", TWIML);

/** Feeds the flow a call; gives the widgets that it went through, and the last Function that it asked. */
function run(from: string, arrivals: readonly Arrival[]) {
  if (flow === undefined) throw new Error(`${FILE} is missing`);
  const identity = { sid: "FN1", flowSid: "FW1", accountSid: "AC1", settings: {} };
  let state: Run = { execution: createExecution(identity), effects: [] };
  state = take(flow, state, { type: "start", trigger: { ...CALL, From: from } });
  for (const arrival of arrivals) {
    const { awaiting } = state.execution;
    if (awaiting !== arrival.type) throw new Error(`waits for ${awaiting}, not ${arrival.type}`);
    state = take(flow, state, arrival);
  }
  return { ...state.execution, effects: state.effects };
}

const STRANGER = "+12125550199";
const SITE = "https://home.example";

/** What it does, from README and flow of the repository: caller, what happens, the widgets, the last Function asked. */
const BRANCHES: readonly [string, string, readonly Arrival[], readonly string[], string][] = [
  [
    "connects a listed caller to the phone",
    STRANGER,
    [json('{"isWhitelisted":true}'), twiml],
    ["Trigger", "split_1", "function_4", "split_5", "function_1"],
    `${SITE}/connect-to-sip-endpoint`,
  ],
  [
    "tells everybody else that only listed numbers are allowed",
    STRANGER,
    [json('{"isWhitelisted":false}'), silence],
    ["Trigger", "split_1", "function_4", "split_5", "say_play_1"],
    `${SITE}/is-whitelisted`,
  ],
  [
    "connects the owner while no call is in progress",
    OWNER,
    [json("false"), twiml],
    ["Trigger", "split_1", "function_2", "split_3", "function_1"],
    `${SITE}/connect-to-sip-endpoint`,
  ],
  [
    "lets the owner join a call in progress by 1",
    OWNER,
    [json("true"), keys("1"), twiml],
    ["Trigger", "split_1", "function_2", "split_3", "gather_2", "split_4", "function_1"],
    `${SITE}/connect-to-sip-endpoint`,
  ],
  [
    "lets the owner listen by 8 and the code",
    OWNER,
    [json("true"), keys("8"), keys(CODE), twiml],
    [
      "Trigger",
      "split_1",
      "function_2",
      "split_3",
      "gather_2",
      "split_4",
      "gather_1",
      "split_2",
      "function_3",
    ],
    `${SITE}/connect-monitor-to-conf`,
  ],
  [
    "ends the call of an owner with a wrong code",
    OWNER,
    [json("true"), keys("8"), keys("111111")],
    ["Trigger", "split_1", "function_2", "split_3", "gather_2", "split_4", "gather_1", "split_2"],
    `${SITE}/conference-exists`,
  ],
  [
    "ends the call when its Function fails",
    STRANGER,
    [reply("text/plain", "no", 500)],
    ["Trigger", "split_1", "function_4"],
    `${SITE}/is-whitelisted`,
  ],
];

if (flow === undefined) {
  const skipped = `the public flow of a home phone: skipped, for there is no ${FILE}`;
  process.stderr.write(`SKIPPED ${skipped}\n`);
  test.skip(skipped, () => undefined);
} else {
  test.each(BRANCHES)("the public home phone %s", (_sentence, from, arrivals, path, asked) => {
    const { path: taken, status, effects } = run(from, arrivals);
    const requests = effects.flatMap((effect) => (effect.type === "request" ? [effect.request.url] : []));
    expect({ taken, status, asked: requests.at(-1) }).toEqual({ taken: path, status: "ended", asked });
  });
}
