/** What the flow does for the home's phone, with Functions' replies made up: the whole calls are scenarios. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Arrival, Effect } from "../../local-twilio/studio/events";
import { parseFlow } from "../../local-twilio/studio/parse-flow";
import { type Run, runFlow, take } from "../local-twilio/studio/run-flow";
import { fails, says, webhook } from "./arrivals";

const FILE = join(__dirname, "../../studio/incoming-call.json");
const flow = parseFlow(JSON.parse(readFileSync(FILE, "utf8")));

const back = webhook("return");
const spoken = webhook("audioComplete");
const presses = (Digits: string) => webhook("gatherComplete", { Digits });
const speaks = webhook("gatherComplete", { SpeechResult: "hello" });
const silent = webhook("gatherComplete");
const dialled = (DialCallStatus: string) => webhook("callCompleted", { DialCallStatus });

const household = says({ action: "household", greeting: "Leave a message." });
const owner = says({
  action: "owner",
  greeting: "Leave a message.",
  say: "Your PIN?",
  attempt: 1,
  withoutPin: "household",
});
const ownerAtBedtime = says({
  action: "owner",
  greeting: "Asleep.",
  say: "Your PIN?",
  withoutPin: "voicemail",
});
const right = says({ result: "right", say: "", attempt: 1, ticket: "a+b/c=", menu: "Press 1." });
const chose = (next: string, more: object = {}) =>
  says({ next, say: "", pending: "", room: "", ticket: "", ...more });
const offer = says({
  outcome: "unanswered",
  next: "offer",
  say: "Press 1 for Bo.",
  to: "+12125550142",
  callerId: "+12125550100",
});

/** The widgets after `route`. */
const pathOf = ({ execution: { path } }: Run) => path.slice(3).join(" ");

test.each<[string, readonly Arrival[], string]>([
  [
    "a listed caller talks",
    [household, back, says({ outcome: "answered", next: "end" })],
    "connect_home home_result home_next note_end",
  ],
  [
    "nobody answers",
    [household, back, says({ outcome: "unanswered", next: "voicemail" })],
    "connect_home home_result home_next greet_caller",
  ],
  [
    "home/result answers nonsense",
    [household, back, says({})],
    "connect_home home_result home_next greet_caller",
  ],
  ["home/result is down", [household, back, fails], "connect_home home_result greet_anyway"],
  ["nobody comes back", [household, webhook("timeout")], "connect_home note_end"],
  [
    "the primary contact is offered, and talks",
    [household, back, offer, presses("1"), dialled("completed")],
    "connect_home home_result home_next offer_primary offer_choice connect_primary primary_result note_end",
  ],
  [
    "the primary contact does not answer",
    [household, back, offer, presses("1"), dialled("no-answer")],
    "connect_home home_result home_next offer_primary offer_choice connect_primary primary_result greet_caller",
  ],
  [
    "the caller leaves while the primary contact rings",
    [household, back, offer, presses("1"), webhook("callCompleted", { CallStatus: "completed" })],
    "connect_home home_result home_next offer_primary offer_choice connect_primary note_end",
  ],
  [
    "the offer is refused",
    [household, back, offer, presses("2")],
    "connect_home home_result home_next offer_primary offer_choice greet_caller",
  ],
  [
    "the offer is met with silence",
    [household, back, offer, silent],
    "connect_home home_result home_next offer_primary greet_caller",
  ],
  [
    "the offer is met with words",
    [household, back, offer, speaks],
    "connect_home home_result home_next offer_primary greet_caller",
  ],
  ["no PIN: as any listed caller", [owner, silent], "ask_pin without_pin connect_home"],
  ["words for a PIN: as any listed caller", [owner, speaks], "ask_pin without_pin connect_home"],
  [
    "no PIN on a line that rings a telephone",
    [says({ action: "owner", withoutPin: "connect", to: "+12125550123" }), silent],
    "ask_pin without_pin connect_call",
  ],
  ["no PIN at bedtime: a message", [ownerAtBedtime, silent], "ask_pin without_pin greet_caller"],
  [
    "a wrong PIN, then a right one",
    [
      owner,
      presses("111111"),
      says({ result: "retry", say: "Again.", attempt: 2 }),
      presses("222222"),
      right,
    ],
    "ask_pin check_pin pin_result ask_pin check_pin pin_result owner_menu",
  ],
  [
    "locked out: told, then as any listed caller",
    [owner, presses("111111"), says({ result: "locked", say: "Locked.", attempt: 1 }), spoken],
    "ask_pin check_pin pin_result say_no_options without_pin connect_home",
  ],
  ["home/check-pin is down", [owner, presses("111111"), fails], "ask_pin check_pin greet_anyway"],
  [
    "the owner is connected",
    [owner, presses("222222"), right, presses("1"), chose("connect")],
    "ask_pin check_pin pin_result owner_menu keep_key owner_choice owner_next connect_home",
  ],
  [
    "the owner hangs up by key",
    [owner, presses("222222"), right, presses("9"), chose("end", { say: "Goodbye." }), spoken],
    "ask_pin check_pin pin_result owner_menu keep_key owner_choice owner_next say_goodbye note_end",
  ],
  [
    "home/owner is down",
    [owner, presses("222222"), right, presses("1"), fails],
    "ask_pin check_pin pin_result owner_menu keep_key owner_choice greet_anyway",
  ],
  [
    "after listening comes the menu",
    [owner, presses("222222"), right, presses("2"), chose("listen", { room: "CA1" }), back],
    "ask_pin check_pin pin_result owner_menu keep_key owner_choice owner_next join_call after_join owner_menu",
  ],
  [
    "the owner hangs up while listening",
    [
      owner,
      presses("222222"),
      right,
      presses("2"),
      chose("join", { room: "CA1" }),
      webhook("return", { CallStatus: "completed" }),
    ],
    "ask_pin check_pin pin_result owner_menu keep_key owner_choice owner_next join_call after_join note_end",
  ],
  [
    "right digits ring the home",
    [
      says({ action: "challenge", say: "1 2 3", attempt: 1 }),
      presses("123"),
      says({ result: "right", next: "household" }),
    ],
    "ask_challenge check_challenge challenge_result after_pass connect_home",
  ],
])("%s", (_name, events, path) => {
  expect(pathOf(runFlow(flow, events))).toBe(path);
});

const requestOf = (run: Run) =>
  run.effects.flatMap((effect: Effect) => (effect.type === "request" ? [effect.request] : [])).at(-1);
const twimlOf = (run: Run) =>
  run.effects.flatMap((effect: Effect) => (effect.type === "respond" ? [effect.twiml] : [])).at(-1);

test("the phone is rung by a Function that knows the way back into this flow", () => {
  expect(twimlOf(runFlow(flow, [household]))).toContain("https://gatehouse.example/home/connect?flow=FW1<");
});

test("the end is told with what became of the home's phone and of the primary contact", () => {
  const { parameters } =
    requestOf(runFlow(flow, [household, back, offer, presses("1"), dialled("completed")])) ?? {};
  expect(parameters).toMatchObject({
    HomeOutcome: "unanswered",
    PrimaryDialCallStatus: "completed",
    PinResult: "",
  });
});

// Studio keeps what a Gather took before when it takes nothing now: https://www.twilio.com/docs/studio/widget-library/gather-input-call
test.each([
  ["silence", silent],
  ["words", speaks],
])("%s after a key is no key, and what is pending is told", (_name, arrival) => {
  const before = runFlow(flow, [
    owner,
    presses("222222"),
    right,
    presses("6"),
    chose("menu", { pending: "pause" }),
  ]);
  const { parameters } = requestOf(take(flow, before, arrival)) ?? {};
  expect(parameters).toMatchObject({ Digits: "", Pending: "pause", Ticket: "a+b/c=" });
});

test("a ticket goes into a URL unharmed", () => {
  const run = runFlow(flow, [
    owner,
    presses("222222"),
    right,
    presses("2"),
    chose("listen", { room: "CA1" }),
  ]);
  const href = /<Redirect[^>]*>([^<]*)</.exec(twimlOf(run) ?? "")?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect(Object.fromEntries(new URL(href).searchParams)).toEqual({
    flow: "FW1",
    ticket: "a+b/c=",
    room: "CA1",
    as: "listen",
  });
});

test("the menu is said again once what the owner's choice said has been heard", () => {
  const first = runFlow(flow, [owner, presses("222222"), right]);
  expect(twimlOf(first)).toContain("Press 1.");
  const told = runFlow(flow, [
    owner,
    presses("222222"),
    right,
    presses("6"),
    chose("menu", { say: "Paused." }),
  ]);
  expect(twimlOf(told)).toContain("Paused.");
});
