/** What the flow does for who asks what a number spells, with Functions' replies made up: the whole calls are scenarios. */
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

const vanity = says({ action: "vanity", greeting: "The line's greeting.", language: "en-US" });
/** What spelling says: every key, always. */
const spells = (next: string, more: object = {}) =>
  says({ next, say: "", language: "es-MX", state: "{}", greeting: "Deje un mensaje.", ...more });
const tells = spells("tell", { say: 'Uno, <break time="250ms"/>dos.', state: '{"step":"tell"}' });
const asks = spells("ask", { say: "¿Qué número?", state: '{"step":"ask"}' });
const texts = spells("text", { say: "Un momento.", state: '{"step":"text"}' });
const ends = spells("end", { say: "Adiós." });
const texted = (result: string) => says({ result, why: "" });

/** The widgets after `route`. */
const pathOf = ({ execution: { path } }: Run) => path.slice(3).join(" ");

const TELL = "spell_number spell_next tell_spelling";
const ASK = "spell_number spell_next ask_number";
const TEXT = "spell_number spell_next say_texting text_spelling";

test.each<[string, readonly Arrival[], string]>([
  ["a number is told", [vanity, tells], TELL],
  ["1 tells it again", [vanity, tells, presses("1"), tells], `${TELL} keep_vanity_key ${TELL}`],
  ["2 asks for another", [vanity, tells, presses("2"), asks], `${TELL} keep_vanity_key ${ASK}`],
  ["the other is told", [vanity, asks, presses("2125550142"), tells], `${ASK} keep_vanity_number ${TELL}`],
  [
    "3 sends a text message, and goes on",
    [vanity, tells, presses("3"), texts, spoken, texted("sent"), tells],
    `${TELL} keep_vanity_key ${TEXT} forget_vanity_key ${TELL}`,
  ],
  ["silence is told", [vanity, tells, silent, tells], `${TELL} forget_vanity_key ${TELL}`],
  ["words are no key", [vanity, tells, speaks("again"), tells], `${TELL} forget_vanity_key ${TELL}`],
  ["silence when asked for a number", [vanity, asks, silent, asks], `${ASK} forget_vanity_key ${ASK}`],
  [
    "words when asked for a number",
    [vanity, asks, speaks("my own"), asks],
    `${ASK} forget_vanity_key ${ASK}`,
  ],
  [
    "it ends with a goodbye",
    [vanity, tells, silent, ends, spoken],
    `${TELL} forget_vanity_key spell_number spell_next say_vanity_end note_end`,
  ],
  ["vanity/spell is down", [vanity, fails], "spell_number greet_anyway"],
  [
    "it is so later",
    [vanity, tells, presses("1"), fails],
    `${TELL} keep_vanity_key spell_number greet_anyway`,
  ],
  [
    "vanity/text is down",
    [vanity, tells, presses("3"), texts, spoken, fails, spoken],
    `${TELL} keep_vanity_key ${TEXT} greet_anyway take_message_anyway`,
  ],
  ["vanity/spell answers nonsense", [vanity, spells("dance")], "spell_number spell_next greet_mailbox"],
  ["it answers nothing", [vanity, says({}), spoken], "spell_number spell_next greet_mailbox take_message"],
  [
    "a choice of the office's menu",
    [says({ action: "menu" }), says({ next: "vanity", language: "es-MX" }), tells],
    `office_choice office_next ${TELL}`,
  ],
  [
    "an owner who gives no PIN",
    [says({ action: "owner", say: "Your PIN?", withoutPin: "vanity" }), silent, tells],
    `ask_pin without_pin ${TELL}`,
  ],
])("%s", (_name, events, path) => {
  expect(pathOf(runFlow(flow, events))).toBe(path);
});

const requestOf = (run: Run) =>
  run.effects.flatMap((effect: Effect) => (effect.type === "request" ? [effect.request] : [])).at(-1);
const twimlOf = (run: Run) =>
  run.effects.flatMap((effect: Effect) => (effect.type === "respond" ? [effect.twiml] : [])).at(-1) ?? "";

const CALLER = { CallSid: CALL.CallSid, From: CALL.From, To: CALL.To, StirVerstat: "" };
const NOTHING = { State: "", Number: "", Key: "", Texted: "", Language: "" };

test("the first request knows of nothing but the call", () => {
  expect(requestOf(runFlow(flow, [vanity]))).toMatchObject({
    url: "https://gatehouse.example/vanity/spell",
    parameters: { ...CALLER, ...NOTHING },
  });
});

test("the language of the office's menu is told", () => {
  const chosen = [says({ action: "menu" }), says({ next: "vanity", language: "es-MX" })];
  expect(requestOf(runFlow(flow, chosen))?.parameters).toEqual({
    ...CALLER,
    ...NOTHING,
    Language: "es-MX",
  });
});

// Studio keeps what a Gather took before when it takes nothing now: https://www.twilio.com/docs/studio/widget-library/gather-input-call
test.each<[string, readonly Arrival[], object]>([
  ["a key", [tells, presses("0")], { Key: "0", Number: "", State: '{"step":"tell"}' }],
  ["pound", [tells, presses("#")], { Key: "#", Number: "" }],
  ["silence", [tells, silent], { Key: "", Number: "" }],
  ["words", [tells, speaks("three")], { Key: "", Number: "" }],
  ["a number", [asks, presses("2125550142")], { Key: "", Number: "2125550142", State: '{"step":"ask"}' }],
  ["no number", [asks, silent], { Key: "", Number: "" }],
  ["a number in words", [asks, speaks("five five five")], { Key: "", Number: "" }],
  [
    "a text message",
    [texts, spoken, texted("not")],
    { Key: "", Number: "", Texted: "not", State: '{"step":"text"}' },
  ],
])("%s after other keys, and another number, is told as it is", (_name, events, told) => {
  const before = [vanity, tells, presses("7"), asks, presses("6465550199"), tells, presses("8")];
  expect(requestOf(runFlow(flow, [...before, ...events]))?.parameters).toMatchObject(told);
});

test("the text message is asked for with the state as it was", () => {
  const run = runFlow(flow, [vanity, tells, presses("3"), texts, spoken]);
  expect(requestOf(run)).toMatchObject({
    url: "https://gatehouse.example/vanity/text",
    parameters: { ...CALLER, State: '{"step":"text"}' },
  });
});

test("the spellings are said with their pauses, in the caller's language, and any key answers", () => {
  const twiml = twimlOf(runFlow(flow, [vanity, tells]));
  // Pound and star are keys like others: https://www.twilio.com/docs/voice/twiml/gather#finishonkey
  expect(twiml).toMatch(/<Gather [^>]*numDigits="1"[^>]*finishOnKey=""[^>]*language="es-MX"/);
  expect(twiml).toContain('<Say language="es-MX" loop="1">Uno, <break time="250ms"/>dos.</Say>');
});

test("a number may be entered with a country's code, and ends with pound", () => {
  // At most 15 digits: https://www.itu.int/rec/T-REC-E.164
  expect(twimlOf(runFlow(flow, [vanity, asks]))).toMatch(/<Gather [^>]*numDigits="15"[^>]*finishOnKey="#"/);
});

test.each<[string, readonly Arrival[], RegExp]>([
  ["the goodbye", [vanity, ends], /<Say language="es-MX"[^>]*>Adiós\./],
  ["a wait for the text message", [vanity, texts], /<Say language="es-MX"[^>]*>Un momento\./],
  ["the line's greeting, when nothing was spelled", [vanity, fails], /<Say language="en-US"[^>]*>The line's/],
  [
    "the last greeting, when spelling fails",
    [vanity, tells, presses("1"), fails],
    /<Say language="es-MX"[^>]*>Deje/,
  ],
  ["the last greeting, when it makes no sense", [vanity, spells("dance")], /<Say language="es-MX"[^>]*>Deje/],
  [
    "the menu's greeting, when nothing was spelled",
    [says({ action: "menu" }), says({ next: "vanity", language: "fr-FR", greeting: "Bonjour." }), fails],
    /<Say language="fr-FR"[^>]*>Bonjour\./,
  ],
])("the caller hears %s", (_name, events, twiml) => {
  expect(twimlOf(runFlow(flow, events))).toMatch(twiml);
});

test("whatever speaks takes its language from the reply", () => {
  for (const name of ["tell_spelling", "ask_number", "say_texting", "say_vanity_end"])
    expect(flow.states.find((each) => each.name === name)?.properties).toMatchObject({
      language: '{{widgets.spell_number.parsed.language | default: "en-US"}}',
    });
});

test("at the end it is told how the spelling ended", () => {
  const over = [vanity, ends, spoken].reduce((run, event) => take(flow, run, event), runFlow(flow));
  expect(requestOf(over)?.parameters).toMatchObject({ OfficeNext: "", VanityNext: "end" });
});
