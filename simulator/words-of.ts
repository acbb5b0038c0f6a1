import type { CallOutcome } from "../local-twilio/voice/call-outcome";
import type { Heard } from "../local-twilio/voice/party";

const WORDS: readonly Heard["kind"][] = ["say", "play", "reject"];

/** Words that were heard in a call, and URLs of what was played. */
export function wordsOf({ heard }: Pick<CallOutcome, "heard">): string[] {
  return heard.filter(({ kind }) => WORDS.includes(kind)).map(({ text }) => text);
}
