import type { Heard, Moment } from "../../local-twilio/voice/party";
import { parseHeardPattern } from "../../simulator/heard-pattern";
import {
  type CallerStep,
  listen,
  type Progress,
  START,
  type StepAct,
  unmetStep,
} from "../../simulator/scripted-caller";

/** The rules are those of the scenario format: what a step waits for, what it does, and when a caller gives up. */
const hangsUp: StepAct = { does: "hangUp" };
const press = (keys: string): StepAct => ({ does: "press", keys });

function hears(source: string, act?: StepAct, after?: number): CallerStep {
  const pattern = parseHeardPattern(source);
  if (pattern === undefined) throw new Error(source);
  return { hears: pattern, ...(act ? { act } : {}), ...(after === undefined ? {} : { after }) };
}

function moment(kind: Heard["kind"], seconds: number, text: string = kind): Moment {
  return { heard: { kind, text }, seconds, awaits: "nothing" };
}

/** Plays the moments to the caller, asking again for the rest of one after an act. @returns the acts, timed from the start. */
function play(script: CallerStep[], moments: Moment[]) {
  const acts: string[] = [];
  let progress: Progress = START;
  let time = 0;
  for (const whole of moments) {
    for (let left = whole.seconds; left >= 0; ) {
      const [act, next] = listen(script, JSON.parse(JSON.stringify(progress)), { ...whole, seconds: left });
      progress = next;
      const passed = act.does === "nothing" ? left : act.at;
      time += passed;
      left -= passed;
      if (act.does === "nothing") break;
      acts.push(`${time} ${act.does}${act.does === "press" ? ` ${act.keys}` : ""}`);
      if (act.does === "hangUp") return { acts, unmet: unmetStep(script, progress) };
    }
  }
  return { acts, unmet: unmetStep(script, progress) };
}

const prompt = moment("say", 8, "Please press 4 2 7");

test.each<[string, CallerStep[], Moment[], string[]]>([
  [
    "presses what was said once it has been heard to its end",
    [hears("(\\d) (\\d) (\\d)", press("$1$2$3"))],
    [prompt, moment("silence", 5)],
    ["8 press 427"],
  ],
  [
    "skips what does not match",
    [hears("press", press("1"))],
    [moment("say", 3, "Hello"), moment("ringing", 4), prompt, moment("silence", 5)],
    ["15 press 1"],
  ],
  ["finds words in any case", [hears("PLEASE", press("1"))], [prompt, moment("silence", 5)], ["8 press 1"]],
  [
    "leaves out the spaces between captured digits",
    [hears("(\\d(?: \\d)+)", press("$1#"))],
    [prompt, moment("silence", 5)],
    ["8 press 427#"],
  ],
  [
    "does not take a said beep for the beep",
    [hears("beep", press("1"))],
    [moment("say", 3, "after the beep"), moment("beep", 1), moment("silence", 5)],
    ["4 press 1"],
  ],
  [
    "matches a played file by its URL",
    [hears("welcome\\.mp3$", press("1"))],
    [moment("play", 4, "https://h.example/welcome.mp3"), moment("silence", 5)],
    ["4 press 1"],
  ],
  ["hangs up a second into the ringing", [hears("ringing", hangsUp)], [moment("ringing", 20)], ["1 hangUp"]],
  [
    "waits `after` seconds from the ringing on",
    [hears("ringing", hangsUp, 7)],
    [moment("ringing", 20)],
    ["7 hangUp"],
  ],
  [
    "waits `after` seconds from the end of what was said",
    [hears("press", hangsUp, 2)],
    [prompt, moment("silence", 5)],
    ["10 hangUp"],
  ],
  ["acts in the middle of a prompt with `after` alone", [{ after: 2, act: hangsUp }], [prompt], ["2 hangUp"]],
  [
    "counts `after` over several moments",
    [{ after: 10, act: hangsUp }],
    [prompt, moment("silence", 5)],
    ["10 hangUp"],
  ],
  [
    "goes on after an expectation",
    [hears("press"), { after: 1, act: press("9") }],
    [prompt, moment("silence", 5)],
    ["9 press 9"],
  ],
  [
    "answers two prompts that say the same",
    [hears("(\\d)", press("$1")), hears("(\\d)", press("$1$1"))],
    [prompt, moment("silence", 5), prompt, moment("silence", 5)],
    ["8 press 4", "21 press 44"],
  ],
  [
    "finds further words in what is still being said",
    [hears("please"), hears("(\\d) (\\d) (\\d)", press("$1$2$3"))],
    [prompt, moment("silence", 5)],
    ["8 press 427"],
  ],
  [
    "does not hear the same words twice",
    [hears("please"), hears("please", press("1"))],
    [prompt, moment("silence", 5), prompt, moment("silence", 5)],
    ["21 press 1"],
  ],
  [
    "does not take one beep for two",
    [hears("beep"), hears("beep", hangsUp)],
    [moment("beep", 1), moment("silence", 5), moment("beep", 1), moment("silence", 5)],
    ["7 hangUp"],
  ],
  [
    "remembers what an earlier step captured",
    [hears("(\\d) (\\d) (\\d)"), hears("silence", press("$1$2$3"))],
    [prompt, moment("silence", 5)],
    ["9 press 427"],
  ],
  [
    "hangs up after 60 seconds with no steps left",
    [],
    [prompt, moment("silence", 50), moment("silence", 10)],
    ["60 hangUp"],
  ],
  [
    "hangs up after 60 seconds of waiting in vain",
    [hears("never")],
    [prompt, moment("silence", 100)],
    ["60 hangUp"],
  ],
])("a caller %s", (_sentence, script, moments, acts) => {
  expect(play(script, moments).acts).toEqual(acts);
});

test.each<[string, CallerStep[], Moment[], number | undefined]>([
  ["nothing is unmet when all was heard", [hears("press"), { act: hangsUp }], [prompt], undefined],
  ["a hears that the call ended before is unmet", [hears("press"), hears("beep")], [prompt], 1],
  ["a hears waited for in vain is unmet", [hears("never")], [moment("silence", 70)], 0],
  ["a hears behind a pause is unmet", [{ after: 90 }, hears("beep")], [prompt], 1],
  ["an act that came too late is not", [hears("press", hangsUp)], [prompt], undefined],
])("unmetStep(): %s", (_sentence, script, moments, index) => {
  expect(play(script, moments).unmet).toBe(index);
});
