import type { Callee } from "../local-twilio/voice/party";
import type { HandsetBehaviour } from "./home-phone";
import { pressingCallee } from "./pressing-callee";

/** What a phone that rings can do, in a word. */
export const CALLEE_WORDS = ["answers", "no-answer", "busy", "failed"] as const;

/** Seconds that somebody talks who was asked for a key. */
const TALK_SECONDS = 30;

/**
 * Reads `+12125550123=busy`, or `+12125550123=1` for a phone where that key is pressed when one is asked for.
 * @throws TypeError for anything else.
 */
export function parseCallee(text: string): readonly [string, Callee] {
  const [, number = "", word = ""] = /^(.+)=([^=]*)$/.exec(text) ?? [];
  if (number !== "" && /^[0-9*#]$/.test(word)) return [number, pressingCallee(word, TALK_SECONDS)];
  const does = findCallee(word);
  if (number === "" || does === undefined)
    throw new TypeError(`Cannot read callee ${text}: write NUMBER=${CALLEE_WORDS.join("|")}, or a key`);
  return [number, { does }];
}

/** The callee that a word stands for; undefined when it is none. */
export function findCallee(word: string): Callee["does"] | undefined {
  return CALLEE_WORDS.find((known) => known === word);
}

/** Reads what a handset of the home's phone does: a word for callees, or `unregistered`. @throws TypeError for anything else. */
export function parseHandset(word: string): HandsetBehaviour {
  if (word === "unregistered") return word;
  const does = findCallee(word);
  if (does === undefined)
    throw new TypeError(`Cannot read phone ${word}: write ${[...CALLEE_WORDS, "unregistered"].join("|")}`);
  return () => ({ does });
}
