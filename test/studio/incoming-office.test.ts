/** What the flow does for an office, with Functions' replies made up: the whole calls are scenarios. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Arrival, Effect } from "../../local-twilio/studio/events";
import { parseFlow } from "../../local-twilio/studio/parse-flow";
import { CALL, type Run, runFlow, take } from "../local-twilio/studio/run-flow";
import { fails, says, webhook } from "./arrivals";

const FILE = join(__dirname, "../../studio/incoming-call.json");
const flow = parseFlow(JSON.parse(readFileSync(FILE, "utf8")));

const spoken = webhook("audioComplete");
const presses = (Digits: string) => webhook("gatherComplete", { Digits });
const speaks = (SpeechResult: string) => webhook("gatherComplete", { SpeechResult });
const silent = webhook("gatherComplete");
const rang = (Outcome: string, more: object = {}) =>
  webhook("return", { Outcome, Waited: "7", Talked: "0", ...more });

const menu = says({ action: "menu", greeting: "The line's greeting.", withoutPin: "menu" });
/** What choosing says: every key, always. */
const chose = (next: string, more: object = {}) =>
  says({
    ...{ next, say: "", language: "es-MX", hints: "", state: "{}", plan: "", play: "" },
    ...{ greeting: "", mailbox: "", exhausted: "", ...more },
  });
const asks = chose("ask", { say: "Diga.", state: '{"tries":1}', hints: "ventas" });
const connects = chose("connect", { plan: "of+the/menu" });
const ended = (next: string, more: object = {}) =>
  says({ outcome: "unanswered", next, say: "", greeting: "Deje un mensaje.", language: "es-MX", ...more });
const offered = [menu, connects, rang("unanswered"), ended("offer", { say: "Marque 9." })];
const asked = [menu, connects, rang("answered"), ended("survey", { say: "¿Del uno al cinco?" })];
const starred = [menu, asks, presses("*"), chose("owner", { say: "Your PIN?" })];

/** The widgets after `route`. */
const pathOf = ({ execution: { path } }: Run) => path.slice(3).join(" ");

const MENU = "office_choice office_next office_menu";
const RANG = "office_choice office_next connect_office office_result office_result_next";

test.each<[string, readonly Arrival[], string]>([
  [
    "a key of the menu rings a department",
    [menu, asks, presses("1"), connects],
    `${MENU} keep_office_key office_choice office_next connect_office`,
  ],
  [
    "words do, too",
    [menu, asks, speaks("Ventas."), connects],
    `${MENU} keep_office_speech office_choice office_next connect_office`,
  ],
  ["silence is asked again", [menu, asks, silent, asks], `${MENU} forget_office_key ${MENU}`],
  [
    "a recording is played, and the menu said again",
    [menu, chose("play", { play: "https://example.com/way.mp3" }), spoken],
    "office_choice office_next office_play office_menu",
  ],
  [
    "a message, by choice or because nothing helped",
    [menu, chose("voicemail", { greeting: "Deje un mensaje." }), spoken],
    "office_choice office_next greet_mailbox take_message",
  ],
  ["office/choose answers nonsense", [menu, chose("dance")], "office_choice office_next greet_mailbox"],
  ["office/choose is down", [menu, fails], "office_choice greet_anyway"],
  ["it was answered", [menu, connects, rang("answered"), ended("end")], `${RANG} office_farewell note_end`],
  [
    "whoever picked up has blocked the caller",
    [menu, connects, rang("blocked"), ended("end", { say: "Adiós." }), spoken],
    `${RANG} office_farewell say_farewell note_end`,
  ],
  [
    "nobody answers",
    [menu, connects, rang("unanswered"), ended("voicemail"), spoken],
    `${RANG} greet_mailbox take_message`,
  ],
  [
    "office/result answers nonsense",
    [menu, connects, rang("silent"), says({})],
    `${RANG} has_talked greet_anyway`,
  ],
  ["it does so after a talk", [menu, connects, rang("answered"), says({})], `${RANG} has_talked`],
  [
    "office/result is down",
    [menu, connects, rang("unanswered"), fails],
    "office_choice office_next connect_office office_result has_talked greet_anyway",
  ],
  [
    "office/result is down after a talk, and nobody is asked for a message",
    [menu, connects, rang("answered"), fails],
    "office_choice office_next connect_office office_result has_talked",
  ],
  [
    "nobody comes back",
    [menu, connects, webhook("timeout")],
    "office_choice office_next connect_office note_end",
  ],
  [
    "9 asks to be called back",
    [...offered, presses("9"), says({ result: "queued", say: "Le llamaremos." }), spoken],
    `${RANG} offer_callback request_callback callback_next say_queued note_end`,
  ],
  [
    "it cannot be noted",
    [...offered, presses("9"), says({ result: "not", say: "Lo siento." }), spoken],
    `${RANG} offer_callback request_callback callback_next callback_refused say_not_queued greet_mailbox`,
  ],
  [
    "another key asks for nothing",
    [...offered, presses("3"), says({ result: "not", say: "" })],
    `${RANG} offer_callback request_callback callback_next callback_refused greet_mailbox`,
  ],
  [
    "office/callback-request answers nonsense",
    [...offered, presses("9"), says({})],
    `${RANG} offer_callback request_callback callback_next callback_refused greet_mailbox`,
  ],
  [
    "office/callback-request is down",
    [...offered, presses("9"), fails],
    `${RANG} offer_callback request_callback greet_anyway`,
  ],
  ["who stays on leaves a message", [...offered, silent], `${RANG} offer_callback greet_mailbox`],
  ["who talks leaves a message", [...offered, speaks("hello")], `${RANG} offer_callback greet_mailbox`],
  [
    "a rating",
    [...asked, presses("5"), says({ say: "Gracias.", language: "es-MX" }), spoken],
    `${RANG} ask_rating rate say_rated note_end`,
  ],
  ["no rating", [...asked, silent], `${RANG} ask_rating note_end`],
  ["office/rate is down", [...asked, presses("5"), fails], `${RANG} ask_rating rate has_talked`],
  [
    "a stranger is announced by name",
    [says({ action: "announce", plan: "by-name" }), rang("silent"), ended("voicemail")],
    "connect_office office_result office_result_next greet_mailbox",
  ],
  ["the owner's star leads to the PIN", starred, `${MENU} keep_office_key office_choice office_next ask_pin`],
  [
    "without a PIN the owner is back in the menu",
    [...starred, silent, asks],
    `${MENU} keep_office_key office_choice office_next ask_pin without_pin forget_office_key ${MENU}`,
  ],
  [
    "an owner who is asked for the PIN first comes to the menu without it",
    [says({ action: "owner", say: "Your PIN?", withoutPin: "menu" }), silent, asks],
    `ask_pin without_pin forget_office_key ${MENU}`,
  ],
  [
    "an owner on another line leaves a message without it",
    [says({ action: "owner", say: "Your PIN?" }), silent],
    "ask_pin without_pin greet_caller",
  ],
])("%s", (_name, events, path) => {
  expect(pathOf(runFlow(flow, events))).toBe(path);
});

const requestOf = (run: Run) =>
  run.effects.flatMap((effect: Effect) => (effect.type === "request" ? [effect.request] : [])).at(-1);
const twimlOf = (run: Run) =>
  run.effects.flatMap((effect: Effect) => (effect.type === "respond" ? [effect.twiml] : [])).at(-1) ?? "";
const redirectOf = (run: Run) =>
  new URL(/<Redirect[^>]*>([^<]*)</.exec(twimlOf(run))?.[1]?.replaceAll("&amp;", "&") ?? "");

test("the first request knows neither a key nor a state", () => {
  expect(requestOf(runFlow(flow, [menu]))).toMatchObject({
    url: "https://gatehouse.example/office/choose",
    parameters: { CallSid: CALL.CallSid, From: CALL.From, To: CALL.To, Digits: "", Speech: "", State: "" },
  });
});

// Studio keeps what a Gather took before when it takes nothing now: https://www.twilio.com/docs/studio/widget-library/gather-input-call
test.each([
  ["a key", presses("0"), { Digits: "0", Speech: "" }],
  ["words", speaks("Ventas."), { Digits: "", Speech: "Ventas." }],
  ["silence", silent, { Digits: "", Speech: "" }],
])("%s after another key is told as it is, with the state as it was", (_name, arrival, told) => {
  for (const earlier of [presses("7"), speaks("No sé.")]) {
    const before = runFlow(flow, [menu, asks, earlier, asks]);
    expect(requestOf(take(flow, before, arrival))?.parameters).toMatchObject({
      ...told,
      State: '{"tries":1}',
    });
  }
});

test("the star is forgotten before the menu is said again", () => {
  expect(requestOf(runFlow(flow, [...starred, silent]))?.parameters).toMatchObject({ Digits: "" });
});

test("the menu is said and listened to in the caller's language, with the names as hints", () => {
  const twiml = twimlOf(runFlow(flow, [menu, asks]));
  // Pound and star are keys like others: https://www.twilio.com/docs/voice/twiml/gather#finishonkey
  expect(twiml).toMatch(/<Gather [^>]*finishOnKey=""/);
  expect(twiml).toMatch(/<Gather [^>]*numDigits="1"[^>]*language="es-MX"[^>]*hints="ventas"/);
  expect(twiml).toContain('<Say language="es-MX" loop="1">Diga.</Say>');
});

test.each([
  ["the menu's choice", [menu, connects], "of+the/menu"],
  ["screening", [says({ action: "announce", plan: "by+name" })], "by+name"],
])("a department is rung by the plan of %s, unharmed", (_name, events, plan) => {
  expect(Object.fromEntries(redirectOf(runFlow(flow, events)).searchParams)).toEqual({ flow: "FW1", plan });
});

test("how the ringing ended is told, and at the end once more", () => {
  const rung = runFlow(flow, [menu, connects, rang("unanswered", { CallStatus: "in-progress" })]);
  expect(requestOf(rung)?.parameters).toEqual({
    ...{ CallSid: CALL.CallSid, From: CALL.From, To: CALL.To, Plan: "of+the/menu" },
    ...{ Outcome: "unanswered", Waited: "7", Talked: "0", CallStatus: "in-progress" },
  });
  const over = [ended("end")].reduce((run, event) => take(flow, run, event), rung);
  expect(requestOf(over)?.parameters).toMatchObject({
    ...{ OfficeNext: "connect", MenuExhausted: "", OfficeOutcome: "unanswered" },
    ...{ OfficeWaited: "7", OfficeTalked: "0" },
  });
});

const SPANISH = /<Say language="es-MX"[^>]*>Buenos/;
const SPANISH_LINE = { greeting: "Buenos días.", language: "es-MX" };
const waits = chose("ask", { greeting: "Buenos días." });
const connected = chose("connect", { plan: "a plan", greeting: "Buenos días." });

test.each<[string, readonly Arrival[], RegExp]>([
  [
    "the department's",
    [menu, connects, rang("closed"), ended("voicemail")],
    /<Say language="es-MX"[^>]*>Deje/,
  ],
  [
    "the menu's",
    [menu, chose("voicemail", { greeting: "Buenos días." })],
    /<Say language="es-MX"[^>]*>Buenos/,
  ],
  ["the line's", [menu, chose("voicemail")], /<Say language="es-MX"[^>]*>The line's/],
  [
    "any",
    [says({ action: "announce" }), rang("silent"), says({})],
    /<Say language="en-US"[^>]*>Please leave/,
  ],
  ["the menu's, when choosing fails", [menu, waits, presses("1"), fails], SPANISH],
  ["the menu's, when choosing makes no sense", [menu, chose("dance", { greeting: "Buenos días." })], SPANISH],
  ["the department's, when ringing comes to nothing", [menu, connected, rang("unanswered"), fails], SPANISH],
  ["the department's, when it makes no sense", [menu, connected, rang("unanswered"), says({})], SPANISH],
  ["the line's, in its language", [says({ ...SPANISH_LINE, action: "voicemail" })], SPANISH],
  [
    "the line's, when another Function fails",
    [says({ ...SPANISH_LINE, action: "owner" }), presses("1"), fails],
    SPANISH,
  ],
])("a message is asked for with %s greeting", (_name, events, twiml) => {
  expect(twimlOf(runFlow(flow, events))).toMatch(twiml);
});

test("whatever speaks to a caller of the office takes its language from a reply", () => {
  const names = ["office_menu", "say_farewell", "offer_callback", "say_queued"];
  const others = [
    "say_not_queued",
    "ask_rating",
    "say_rated",
    "greet_mailbox",
    "greet_caller",
    "greet_anyway",
  ];
  for (const name of [...names, ...others]) {
    const state = flow.states.find((each) => each.name === name);
    expect(state?.properties).toMatchObject({
      language: expect.stringMatching(/^\{\{widgets\.\w+\.parsed\.language .*\| default: "en-US"\}\}$/),
    });
  }
});
