import type { Phone } from "./office";

/** Where the ringing of a call stands: one `<Dial>`, and what is left for those that follow. */
export interface Ringing {
  /** Counts from 1. */
  readonly step: number;
  /** The telephones that ring, at once. */
  readonly now: readonly Phone[];
  /** For how many seconds they may. */
  readonly seconds: number;
  /** The groups that ring after them, one after another, each for `secondsEach`. */
  readonly later: readonly (readonly Phone[])[];
  readonly secondsEach: number;
  /** They ring again as they were, because nobody knows which of them did not take the call: that happens once. */
  readonly isAgain: boolean;
}

/**
 * How a group rang: which telephone picked up and did not take the call (a mobile's mailbox, for one), and after how many
 * seconds. `somebody`: one did, nobody knows which.
 */
export interface NotTaken {
  readonly pickedUp: Phone | "somebody" | undefined;
  readonly secondsRung: number;
}

/** In less nobody reaches a telephone. */
const SHORTEST_SECONDS = 3;

/** How the first group rings; undefined when there is none. */
export function firstRinging(
  groups: readonly (readonly Phone[])[],
  secondsEach: number,
): Ringing | undefined {
  const [now, ...later] = groups;
  if (now === undefined) return undefined;
  return { step: 1, now, seconds: secondsEach, later, secondsEach, isAgain: false };
}

/**
 * How it rings on after a group that did not take the call; undefined when nobody is left. Whoever of a group picks up ends
 * the ringing of the others, a mailbox too: they go on without it, for what is left of their time.
 * @see https://www.twilio.com/docs/voice/twiml/number "The first call to pick up is connected […] and the rest are hung up"
 */
export function nextRinging(ringing: Ringing, how: NotTaken): Ringing | undefined {
  const { step, later, secondsEach } = ringing;
  const rest = restOf(ringing, how);
  const left = Math.floor(ringing.seconds - how.secondsRung);
  if (rest.length > 0 && left >= SHORTEST_SECONDS)
    return {
      ...ringing,
      step: step + 1,
      now: rest,
      seconds: left,
      isAgain: rest.length === ringing.now.length,
    };
  const next = firstRinging(later, secondsEach);
  return next && { ...next, step: step + 1 };
}

function restOf({ now, isAgain }: Ringing, { pickedUp }: NotTaken): readonly Phone[] {
  if (pickedUp === undefined || now.length === 1) return [];
  const others = now.filter((phone) => phone !== pickedUp);
  return others.length < now.length ? others : isAgain ? [] : now;
}
