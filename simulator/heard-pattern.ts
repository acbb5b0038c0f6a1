import type { Heard } from "../local-twilio/voice/party";

/** The words of `hears` that mean an event on the line and never a word of a prompt. */
const LINE_EVENTS = ["beep", "ringing", "silence"] as const;
/** One of {@link LINE_EVENTS}. */
export type LineEvent = (typeof LINE_EVENTS)[number];

/** What a step of the caller waits for: an event on the line, or words in what is said or in a played URL. */
export type HeardPattern =
  | { readonly event: LineEvent; readonly source: string }
  | { readonly words: RegExp; readonly source: string };

/** Reads a `hears`. Words match in any case. @returns undefined when it is no regular expression. */
export function parseHeardPattern(source: string): HeardPattern | undefined {
  const event = LINE_EVENTS.find((name) => name === source);
  if (event !== undefined) return { event, source };
  try {
    return { words: new RegExp(source, "i"), source };
  } catch {
    return undefined;
  }
}

/** How many groups a pattern captures. */
export function countGroups(pattern: HeardPattern): number {
  if ("event" in pattern) return 0;
  return (new RegExp(`${pattern.words.source}|`).exec("")?.length ?? 1) - 1;
}

/** What a pattern found: its captured groups, and where in the text the next pattern may go on. */
export interface Match {
  readonly groups: readonly string[];
  readonly end: number;
}

/** Looks in `heard` for what the pattern waits for, in what is said from the character `start` on. */
export function matchHeard(pattern: HeardPattern, heard: Heard, start = 0): Match | undefined {
  if ("event" in pattern)
    return pattern.event === heard.kind && start === 0 ? { groups: [], end: heard.text.length } : undefined;
  if (heard.kind !== "say" && heard.kind !== "play" && heard.kind !== "reject") return undefined;
  const words = new RegExp(pattern.words, "gi");
  words.lastIndex = start;
  const found = words.exec(heard.text);
  if (found === null) return undefined;
  return { groups: found.slice(1).map((group) => group ?? ""), end: Math.max(1, words.lastIndex) };
}
