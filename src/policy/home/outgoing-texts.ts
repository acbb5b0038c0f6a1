import { speakDigits } from "../challenge-digits";

/** Why the home's phone does not dial a number. */
export type RefusalName = keyof typeof REFUSALS;

/** What children hear then. `{emergency}` is the number that calls for help where they live. */
const REFUSALS = {
  stranger: "Sorry, calls can only be placed from the telephone of this home.",
  short:
    "Sorry, that number is too short. Please dial the whole number, with its area code. If you need help right now, dial {emergency}.",
  unreadable: "Sorry, that is no telephone number. Please look it up and dial it again.",
  own: "That is the number of this very telephone. Please dial another one.",
  unavailable: "Sorry, this call cannot be placed right now. Please try again in a few minutes.",
  foreign: "Sorry, this telephone does not call that country.",
  dear: "Sorry, calls to that number cost too much.",
  unassigned: "Sorry, nobody has that number. Please look it up and dial it again.",
  paused: "The telephone is having a rest just now. Please try again later.",
  bedtime: "It is bedtime, and the telephone is asleep. You can call again in the daytime.",
  hours: "This is not a good time to call that number. Please try again at another time of the day.",
  unlisted: "Sorry, that number is not on the list of this telephone. Please ask a parent to put it there.",
  spent: "The time for calls is used up for today. You can call again tomorrow.",
} as const;

/** What is spoken for a refusal. @param emergency what calls for help here, first of all */
export function refusalText(name: RefusalName, emergency: string): string {
  return REFUSALS[name].replaceAll("{emergency}", speakDigits(emergency));
}
