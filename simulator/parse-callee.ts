import type { Callee } from "../local-twilio/voice/party";

/** What a phone that rings can do, in a word. */
export const CALLEE_WORDS = ["answers", "no-answer", "busy", "failed"] as const;

/** Reads `+12125550123=busy`. @throws TypeError for anything else. */
export function parseCallee(text: string): readonly [string, Callee] {
  const [number = "", word = ""] = text.split("=");
  const does = findCallee(word);
  if (number === "" || does === undefined)
    throw new TypeError(`Cannot read callee ${text}: write NUMBER=${CALLEE_WORDS.join("|")}`);
  return [number, { does }];
}

/** The callee that a word stands for; undefined when it is none. */
export function findCallee(word: string): Callee["does"] | undefined {
  return CALLEE_WORDS.find((known) => known === word);
}
