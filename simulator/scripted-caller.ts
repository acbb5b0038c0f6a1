import type { Act, Moment } from "../local-twilio/voice/party";
import { type HeardPattern, type Match, matchHeard } from "./heard-pattern";

/** Seconds after which a caller gives up: with no steps left, or waiting for something that is never heard. */
const PATIENCE = 60;

/** Ringing and silence have no end to wait for: a caller knows them, and acts on them, after a second. */
const REACTION = 1;

/** What a step does once its time has come. In keys and text, `$1` to `$9` are the groups that were captured last. */
export type StepAct =
  | { readonly does: "press"; readonly keys: string }
  | { readonly does: "speak"; readonly text: string; readonly seconds: number }
  | { readonly does: "hangUp" };

/** One line of a caller's script. Without `act` it is an expectation, or a pause. */
export interface CallerStep {
  readonly hears?: HeardPattern;
  readonly after?: number;
  readonly act?: StepAct;
}

/** How far the caller is in the script. `waited` counts seconds since the step began, or since what it waited for was heard. */
export interface Progress {
  readonly step: number;
  readonly waited: number;
  readonly met?: { readonly reaction: number };
  /** The groups of the last `hears` that had any. */
  readonly captured?: readonly string[];
  /** The step whose `hears` was waited for in vain. */
  readonly gaveUpOn?: number;
}

/** Where every script begins. */
export const START: Progress = { step: 0, waited: 0 };

type Turn = readonly [Act, Progress];

/**
 * The scripted caller as a machine: progress in, moment in, what the caller does in that moment and the progress out.
 * What is said is acted upon once it has been heard to its end, hence with the next moment; a step after a mere
 * expectation may find its words in the rest of it.
 */
export function listen(script: readonly CallerStep[], progress: Progress, moment: Moment): Turn {
  let state = progress;
  let understood = 0;
  for (let elapsed = 0; ; ) {
    const step = script[state.step];
    if (step === undefined || state.gaveUpOn !== undefined)
      return giveUpAfterPatience(state, moment, elapsed);
    if (step.hears !== undefined && state.met === undefined) {
      const match = matchHeard(step.hears, moment.heard, understood);
      if (match === undefined && understood > 0) return [pass(moment), state];
      if (match === undefined) return waitInVain(state, moment, elapsed);
      const met = meet(state, step, match, moment);
      state = met.state;
      const goesOn = state.met === undefined && script[state.step]?.hears !== undefined;
      if (met.atEnd && !goesOn) return [pass(moment), state];
      if (met.atEnd) understood = match.end;
      continue;
    }
    const due = elapsed + Math.max(0, (step.after ?? state.met?.reaction ?? 0) - state.waited);
    if (due >= moment.seconds) return [pass(moment), wait(state, moment.seconds - elapsed)];
    if (step.act !== undefined) return [{ at: due, ...fill(step.act, state.captured ?? []) }, next(state)];
    elapsed = due;
    state = next(state);
  }
}

/** The first step that waits for something which was not heard before the call ended; undefined when all were. */
export function unmetStep(script: readonly CallerStep[], progress: Progress): number | undefined {
  if (progress.gaveUpOn !== undefined) return progress.gaveUpOn;
  const from = progress.met === undefined ? progress.step : progress.step + 1;
  const index = script.findIndex((step, position) => position >= from && step.hears !== undefined);
  return index === -1 ? undefined : index;
}

function meet(state: Progress, step: CallerStep, { groups }: Match, { heard }: Moment) {
  const endless = heard.kind === "ringing" || heard.kind === "silence";
  const knowing = groups.length === 0 ? state : { ...state, captured: groups };
  if (step.act === undefined && step.after === undefined) return { state: next(knowing), atEnd: !endless };
  const met = { reaction: endless && step.act !== undefined ? REACTION : 0 };
  return { state: { ...knowing, waited: 0, met }, atEnd: !endless };
}

function waitInVain(state: Progress, moment: Moment, elapsed: number): Turn {
  const due = elapsed + PATIENCE - state.waited;
  if (due > moment.seconds) return [pass(moment), wait(state, moment.seconds - elapsed)];
  return [
    { at: Math.max(elapsed, due), does: "hangUp" },
    { ...state, gaveUpOn: state.step },
  ];
}

function giveUpAfterPatience(state: Progress, moment: Moment, elapsed: number): Turn {
  const due = elapsed + PATIENCE - state.waited;
  if (due > moment.seconds) return [pass(moment), wait(state, moment.seconds - elapsed)];
  return [{ at: Math.max(elapsed, due), does: "hangUp" }, state];
}

function pass(moment: Moment): Act {
  return { at: moment.seconds, does: "nothing" };
}

function wait(state: Progress, seconds: number): Progress {
  return { ...state, waited: state.waited + seconds };
}

function next({ step, captured }: Progress): Progress {
  return { step: step + 1, waited: 0, ...(captured === undefined ? {} : { captured }) };
}

function fill(act: StepAct, groups: readonly string[]): StepAct {
  const put = (text: string) => text.replace(/\$([1-9])/g, (_all, index) => groups[Number(index) - 1] ?? "");
  if (act.does === "press") return { ...act, keys: put(act.keys).replaceAll(" ", "") };
  return act.does === "speak" ? { ...act, text: put(act.text) } : act;
}
