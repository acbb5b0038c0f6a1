import { type Leg, wait } from "./leg";
import type { Act, Heard, Moment } from "./party";

/**
 * A call is cut off after four hours, which also ends documents that would loop for ever.
 * @see https://www.twilio.com/docs/voice/api/call-resource (TimeLimit: "Defaults to 14400")
 */
const LONGEST_CALL_SECONDS = 14_400;
/** How long one key sounds, the gap after it included. */
const KEY_SECONDS = 0.2;
/** `w` waits half a second, `W` a whole one. @see https://www.twilio.com/docs/voice/twiml/number#attributes-sendDigits */
const PAUSE_SECONDS: Readonly<Record<string, number>> = { w: 0.5, W: 1 };
/** The least time an act takes, so that a party that acts at once for ever still gets old. */
const LEAST_SECONDS = 0.1;
/** Rests shorter than this are rounding. */
const LEAST_MOMENT = 0.001;
const SILENT: ReadonlySet<Heard["kind"]> = new Set(["silence"]);

/** Nothing to hear. */
export const SILENCE: Heard = { kind: "silence", text: "silence" };

/**
 * Lets the party live through a moment, and returns its first act of a wanted kind, `hangUp`, or `nothing` once the
 * moment is over. Its `at` counts from the beginning of the moment and has passed; a wanted act has not been carried
 * out yet. Unwanted keys and words are lost, but take their time.
 */
export async function attend(leg: Leg, moment: Moment, wanted: readonly Act["does"][] = []): Promise<Act> {
  openMoment(leg, moment.heard);
  return attendRest(leg, moment, wanted);
}

/** Goes on with a moment that an act has interrupted. */
export async function attendRest(leg: Leg, moment: Moment, wanted: readonly Act["does"][]): Promise<Act> {
  const seconds = Math.min(moment.seconds, secondsLeft(leg));
  let passed = 0;
  while (seconds - passed > LEAST_MOMENT) {
    const act = await ask(leg, { ...moment, seconds: seconds - passed });
    passed += act.at;
    if (act.does === "hangUp") leg.callerHungUp = true;
    if (act.does === "hangUp" || wanted.includes(act.does)) return { ...act, at: passed };
    noteLost(leg, act);
    const lost = Math.min(secondsOf(act), seconds - passed);
    await wait(leg, lost);
    passed += lost;
  }
  return { at: passed, does: seconds < moment.seconds ? "hangUp" : "nothing" };
}

/**
 * Presses the keys one after another until `take` says that it has enough; the keys after that are lost.
 * Gives the seconds that it took.
 */
export async function pressKeys(leg: Leg, keys: string, take: (key: string) => boolean): Promise<number> {
  leg.log.press(keys);
  let passed = 0;
  if (keys === "") await wait(leg, LEAST_SECONDS);
  for (const key of keys) {
    if (/[0-9A-D*#]/.test(key) && take(key)) return passed;
    await wait(leg, secondsOfKey(key));
    passed += secondsOfKey(key);
  }
  return passed;
}

/** Speaks for some seconds, and gives the seconds that it took. */
export async function speakFor(leg: Leg, text: string, seconds: number): Promise<number> {
  const spoken = Math.max(LEAST_SECONDS, seconds);
  leg.log.note("spoke", text);
  await wait(leg, spoken);
  return spoken;
}

/** How long it takes to press keys, pauses included. */
export function secondsOfKeys(keys: string): number {
  return [...keys].reduce((sum, key) => sum + secondsOfKey(key), 0);
}

async function ask(leg: Leg, moment: Moment): Promise<Act> {
  const { clock } = leg.world;
  const act = await clock.hold(() => leg.call.party.during(moment));
  const at = Math.max(0, act.at);
  if (act.does === "nothing" || at > moment.seconds) {
    await wait(leg, moment.seconds);
    return { does: "nothing", at: moment.seconds };
  }
  await wait(leg, at);
  return { ...act, at };
}

function openMoment(leg: Leg, heard: Heard): void {
  leg.log.hear(heard);
  if (SILENT.has(heard.kind)) return;
  leg.calleeHungUp = false;
  leg.world.journal.markAudible(leg.row.sid);
}

function secondsLeft({ row, world }: Leg): number {
  return LONGEST_CALL_SECONDS - (world.clock.now() - row.dateCreated) / 1000;
}

function noteLost(leg: Leg, act: Act): void {
  if (act.does === "press") leg.log.press(act.keys);
  if (act.does === "speak") leg.log.note("spoke", act.text);
}

function secondsOf(act: Act): number {
  if (act.does === "press") return Math.max(LEAST_SECONDS, secondsOfKeys(act.keys));
  return act.does === "speak" ? Math.max(LEAST_SECONDS, act.seconds) : 0;
}

function secondsOfKey(key: string): number {
  return PAUSE_SECONDS[key] ?? KEY_SECONDS;
}
