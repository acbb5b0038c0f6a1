import { isEnded, type Leg, pass } from "./leg";
import type { Act, Heard, Moment } from "./party";

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

/** What happened first in a moment: an act, or that it was cut short. */
export type Attended = Act | { readonly at: number; readonly does: "interrupted" };

/** What ends a moment before its time. */
export interface Heeding {
  readonly wanted?: readonly Act["does"][];
  /** Cuts the moment short when it aborts: something else is heard from now on. */
  readonly until?: AbortSignal | undefined;
  /** The moment has been opened already. */
  readonly resumed?: boolean;
}

/**
 * Lets the party live through a moment, and returns its first act of a wanted kind, `hangUp`, or `nothing` once the
 * moment is over. Its `at` counts from the beginning of the moment and has passed; a wanted act has not been carried
 * out yet. Unwanted keys and words are lost, but take their time. A leg that is ended from outside hangs up, too.
 */
export async function attend(leg: Leg, moment: Moment, wanted: readonly Act["does"][] = []): Promise<Act> {
  return uninterrupted(await attendUntil(leg, moment, { wanted }));
}

/** Goes on with a moment that an act has interrupted. */
export async function attendRest(leg: Leg, moment: Moment, wanted: readonly Act["does"][]): Promise<Act> {
  return uninterrupted(await attendUntil(leg, moment, { wanted, resumed: true }));
}

/** As `attend`, for a moment that a signal may cut short: `interrupted`, `at` being the seconds that have passed. */
export async function attendUntil(leg: Leg, moment: Moment, heeding: Heeding): Promise<Attended> {
  const { until, resumed = false } = heeding;
  const cut = until === undefined ? leg.ending.signal : AbortSignal.any([leg.ending.signal, until]);
  if (!resumed && !cut.aborted) openMoment(leg, moment.heard);
  const seconds = Math.min(moment.seconds, secondsLeft(leg));
  const act = await liveUntil(leg, { ...moment, seconds }, { ...heeding, cut });
  if (act.does !== "nothing" && act.does !== "interrupted") return act;
  if (isEnded(leg)) return { at: act.at, does: "hangUp" };
  if (until?.aborted) return { at: act.at, does: "interrupted" };
  return { at: act.at, does: seconds < moment.seconds ? "hangUp" : "nothing" };
}

async function liveUntil(
  leg: Leg,
  moment: Moment,
  { wanted = [], cut }: Heeding & { readonly cut: AbortSignal },
): Promise<Attended> {
  let passed = 0;
  while (moment.seconds - passed > LEAST_MOMENT && !cut.aborted) {
    const act = await ask(leg, { ...moment, seconds: moment.seconds - passed }, cut);
    passed += act.at;
    if (act.does === "hangUp") leg.callerHungUp = true;
    if (act.does === "interrupted") break;
    if (act.does === "hangUp" || wanted.includes(act.does)) return { ...act, at: passed };
    noteLost(leg, act);
    passed += await pass(leg, Math.min(secondsOf(act), moment.seconds - passed), cut);
  }
  return { at: passed, does: cut.aborted ? "interrupted" : "nothing" };
}

/** Only a moment with a signal of its own can be interrupted without the leg being over. */
function uninterrupted(act: Attended): Act {
  return act.does === "interrupted" ? { at: act.at, does: "hangUp" } : act;
}

/**
 * Presses the keys one after another until `take` says that it has enough; the keys after that are lost.
 * Gives the seconds that it took.
 */
export async function pressKeys(leg: Leg, keys: string, take: (key: string) => boolean): Promise<number> {
  leg.log.press(keys);
  let passed = 0;
  if (keys === "") await pass(leg, LEAST_SECONDS);
  for (const key of keys) {
    if (/[0-9A-D*#]/.test(key) && take(key)) return passed;
    passed += await pass(leg, secondsOfKey(key));
  }
  return passed;
}

/** Speaks for some seconds, and gives the seconds that it took. */
export async function speakFor(leg: Leg, text: string, seconds: number): Promise<number> {
  noteSpoken(leg, text);
  return pass(leg, Math.max(LEAST_SECONDS, seconds));
}

/** How long it takes to press keys, pauses included. */
export function secondsOfKeys(keys: string): number {
  return [...keys].reduce((sum, key) => sum + secondsOfKey(key), 0);
}

async function ask(leg: Leg, moment: Moment, cut: AbortSignal): Promise<Attended> {
  const act = await leg.world.clock.hold(() => leg.party.during(moment));
  const at = Math.max(0, act.at);
  const isIdle = act.does === "nothing" || at > moment.seconds;
  const due = isIdle ? moment.seconds : at;
  const passed = await pass(leg, due, cut);
  if (passed < due || (isIdle && cut.aborted)) {
    leg.party.interrupted?.(passed);
    return { does: "interrupted", at: passed };
  }
  return isIdle ? { does: "nothing", at: due } : { ...act, at };
}

function openMoment(leg: Leg, heard: Heard): void {
  leg.log.hear(heard);
  if (SILENT.has(heard.kind)) return;
  leg.calleeHungUp = false;
  leg.world.journal.markAudible(leg.row.sid);
}

/** From the answer on; before that, from the beginning. */
function secondsLeft({ row, world, timeLimit }: Leg): number {
  return timeLimit - (world.clock.now() - (row.startTime ?? row.dateCreated)) / 1000;
}

function noteLost(leg: Leg, act: Act): void {
  if (act.does === "press") leg.log.press(act.keys);
  if (act.does === "speak") noteSpoken(leg, act.text);
}

function noteSpoken({ log, ears }: Leg, text: string): void {
  log.note("spoke", text);
  for (const hear of ears) hear(text);
}

function secondsOf(act: Act): number {
  if (act.does === "press") return Math.max(LEAST_SECONDS, secondsOfKeys(act.keys));
  return act.does === "speak" ? Math.max(LEAST_SECONDS, act.seconds) : 0;
}

function secondsOfKey(key: string): number {
  return PAUSE_SECONDS[key] ?? KEY_SECONDS;
}
