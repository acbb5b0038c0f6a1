import type { CallOutcome } from "../local-twilio/voice/call-outcome";

/** A call, and when it began in epoch milliseconds. */
export interface TimedOutcome {
  readonly outcome: CallOutcome;
  readonly began: number;
  /** It was placed by REST, to ring a phone. */
  readonly isPlaced: boolean;
}

/** Whom a call met in a conference, and which phones were rung for it. */
export interface Meeting {
  /** The phones that were rung into the conferences of this call, whether they were answered or not. */
  readonly phones: readonly CallOutcome[];
  /**
   * Those who were in the last conference of this call, in the order in which they joined: `phone` for a phone that was
   * rung into it, else the number that called. Null when this call was in none.
   */
  readonly room: { readonly participants: readonly string[] } | null;
  /** Whether this call met a phone that was rung for it; who joins others in their conversation has only listened. */
  readonly talked: boolean;
}

/** A stay in a conference, in epoch milliseconds. */
interface Stay {
  readonly room: string;
  readonly from: number;
  readonly to: number;
}

/** Finds out whom a call met, from what was seen of all calls. */
export function meetingOf(callSid: string, all: readonly TimedOutcome[]): Meeting {
  const own = all.filter(({ outcome }) => outcome.callSid === callSid).flatMap(staysOf);
  const rooms = new Set(own.map(({ room }) => room));
  const phones = all.filter((call) => call.isPlaced && invitedTo(call).some((room) => rooms.has(room)));
  const last = own.at(-1)?.room;
  const talked = phones.flatMap(staysOf).some((stay) => own.some((mine) => welcomes(mine, stay)));
  return {
    phones: phones.map(({ outcome }) => outcome),
    room: last === undefined ? null : { participants: participantsOf(last, all) },
    talked,
  };
}

function participantsOf(room: string, all: readonly TimedOutcome[]): string[] {
  return all
    .flatMap((call) => staysOf(call).map((stay) => ({ ...stay, who: nameOf(call) })))
    .filter((stay) => stay.room === room)
    .sort((a, b) => a.from - b.from)
    .map(({ who }) => who);
}

function nameOf({ outcome, isPlaced }: TimedOutcome): string {
  return isPlaced ? "phone" : outcome.from;
}

function staysOf({ outcome, began }: TimedOutcome): Stay[] {
  const { events } = outcome;
  return events.flatMap(({ kind, text, at }, index) => {
    if (kind !== "joined") return [];
    const end = events.slice(index).find((event) => event.kind === "left" || event.kind === "ended");
    const to = end === undefined ? Number.POSITIVE_INFINITY : began + end.at * 1000;
    return [{ room: text, from: began + at * 1000, to }];
  });
}

function invitedTo({ outcome }: TimedOutcome): string[] {
  return outcome.events.flatMap(({ kind, text }) => (kind === "invited" ? [text] : []));
}

/** Whether somebody comes in while one is there already. */
function welcomes(one: Stay, comer: Stay): boolean {
  return one.from <= comer.from && comer.from <= one.to && one.room === comer.room;
}
