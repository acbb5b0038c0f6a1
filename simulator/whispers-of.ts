import type { CallOutcome } from "../local-twilio/voice/call-outcome";
import { wordsOf } from "./words-of";

/** What somebody heard who picked up, before being connected or hung up on, and the keys that were pressed there. */
export interface Whisper {
  readonly to: string;
  readonly heard: readonly string[];
  readonly pressed: readonly string[];
}

/** What was whispered to the callees of a call, in the order in which they hung up. Most callees hear nothing. */
export function whispersOf({ called }: CallOutcome): Whisper[] {
  return called.flatMap(({ to, heard, pressed }) => {
    const start = heard.findIndex(({ kind }) => kind === "conversation");
    const words = wordsOf({ heard: start === -1 ? heard : heard.slice(0, start) });
    return words.length === 0 ? [] : [{ to, heard: words, pressed }];
  });
}
