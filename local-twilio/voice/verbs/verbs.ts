import { executeDial } from "./execute-dial";
import { executeGather } from "./execute-gather";
import { executeHangup } from "./execute-hangup";
import { executePause } from "./execute-pause";
import { executeRecord } from "./execute-record";
import { executeRedirect } from "./execute-redirect";
import { executeReject } from "./execute-reject";
import { executeSound } from "./execute-sound";
import { parseDial } from "./parse-dial";
import { parseGather } from "./parse-gather";
import { parseHangup } from "./parse-hangup";
import { parsePause } from "./parse-pause";
import { parsePlay } from "./parse-play";
import { parseRecord } from "./parse-record";
import { parseRedirect } from "./parse-redirect";
import { parseReject } from "./parse-reject";
import { parseSay } from "./parse-say";
import { defineVerb, type Verb } from "./verb";

/** The verbs that local Twilio executes, by the name of their element. Any other is refused by name. */
export const VERBS = {
  Dial: defineVerb(parseDial, executeDial),
  Gather: defineVerb(parseGather, executeGather),
  Hangup: defineVerb(parseHangup, executeHangup),
  Pause: defineVerb(parsePause, executePause),
  Play: defineVerb(parsePlay, executeSound),
  Record: defineVerb(parseRecord, executeRecord),
  Redirect: defineVerb(parseRedirect, executeRedirect),
  Reject: defineVerb(parseReject, executeReject),
  Say: defineVerb(parseSay, executeSound),
} as const satisfies Readonly<Record<string, Verb>>;

/** The verb with this name, if local Twilio executes it. */
export function findVerb(name: string): Verb | undefined {
  return Object.entries(VERBS).find(([known]) => known === name)?.[1];
}
