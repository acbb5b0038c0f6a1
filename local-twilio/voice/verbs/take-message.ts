import { attend, pressKeys, SILENCE, speakFor } from "../attend";
import { type Leg, pass } from "../leg";
import type { Act } from "../party";
import type { RecordVerb } from "./parse-record";

const BEEP = { heard: { kind: "beep", text: "beep" }, seconds: 0.5, awaits: "message" } as const;

/** What was recorded. Seconds count from the end of the beep. */
export interface Message {
  readonly startTime: number;
  readonly speech: string;
  readonly duration: number;
  /** The key that ended the recording, `hangup`, or nothing. */
  readonly digits: string | undefined;
}

interface Taking {
  passed: number;
  firstWord: number | undefined;
  lastWord: number;
  readonly texts: string[];
  digits: string | undefined;
  ended: boolean;
}

/**
 * Beeps and records until silence, a key, the greatest length or a hang-up. Who starts to speak during the beep is
 * recorded from its end on.
 */
export async function takeMessage(
  leg: Leg,
  record: RecordVerb,
  onStart: (startTime: number) => void,
): Promise<Message> {
  const early = record.playBeep ? await hearBeep(leg) : undefined;
  const startTime = leg.world.clock.now();
  onStart(startTime);
  const taking: Taking = {
    passed: 0,
    firstWord: undefined,
    lastWord: 0,
    texts: [],
    digits: undefined,
    ended: false,
  };
  if (early !== undefined) await take(leg, record, { taking, act: { ...early, at: 0 } });
  while (!taking.ended) await takeNext(leg, record, taking);
  return {
    startTime,
    speech: taking.texts.join(" "),
    duration: durationOf(record, taking),
    digits: taking.digits,
  };
}

/** What the caller begins during the beep. */
async function hearBeep(leg: Leg): Promise<Act | undefined> {
  const act = await attend(leg, BEEP, ["speak", "press"]);
  if (act.does === "nothing") return undefined;
  if (act.does !== "hangUp") await pass(leg, BEEP.seconds - act.at);
  return act;
}

async function takeNext(leg: Leg, record: RecordVerb, taking: Taking): Promise<void> {
  const seconds = Math.min(record.timeout, record.maxLength - taking.passed);
  const act = await attend(leg, { heard: SILENCE, seconds, awaits: "message" }, ["speak", "press"]);
  await take(leg, record, { taking, act });
}

async function take(
  leg: Leg,
  record: RecordVerb,
  { taking, act }: { taking: Taking; act: Act },
): Promise<void> {
  taking.passed += act.at;
  if (act.does === "nothing") taking.ended = true;
  if (act.does === "hangUp") finish(taking, "hangup");
  if (act.does === "speak") await takeSpeech(leg, record, { taking, act });
  if (act.does === "press")
    taking.passed += await pressKeys(
      leg,
      act.keys,
      (key) => record.finishOnKey.includes(key) && finish(taking, key),
    );
  if (taking.passed >= record.maxLength) taking.ended = true;
}

async function takeSpeech(
  leg: Leg,
  record: RecordVerb,
  { taking, act }: { taking: Taking; act: Act & { does: "speak" } },
): Promise<void> {
  taking.firstWord ??= taking.passed;
  taking.texts.push(act.text);
  taking.passed += await speakFor(leg, act.text, Math.min(act.seconds, record.maxLength - taking.passed));
  taking.lastWord = taking.passed;
}

function finish(taking: Taking, digits: string): true {
  taking.digits = digits;
  taking.ended = true;
  return true;
}

/** Whole seconds. Trimming takes the silence before the first and after the last word away. */
function durationOf({ trimsSilence }: RecordVerb, { passed, firstWord, lastWord }: Taking): number {
  if (!trimsSilence) return Math.round(passed);
  return firstWord === undefined ? 0 : Math.round(lastWord - firstWord);
}
