/** A part of what a caller hears: words in the caller's language, English words and what they mean, or a pause. */
export type SpeechPart =
  | { readonly say: string }
  | { readonly english: string }
  | { readonly pauseMs: typeof SHORT_PAUSE_MS | typeof LONG_PAUSE_MS };

/** What a caller hears, part after part. */
export type Speech = readonly SpeechPart[];

/** Inside of a spelling, and between two of them. */
export const SHORT_PAUSE_MS = 250;
export const LONG_PAUSE_MS = 700;

const SHORT_PAUSE: SpeechPart = { pauseMs: SHORT_PAUSE_MS };
const LONG_PAUSE: SpeechPart = { pauseMs: LONG_PAUSE_MS };

/** Speeches with short pauses between them. */
export const inOneBreath = (speeches: readonly Speech[]): Speech => joined(speeches, SHORT_PAUSE);
/** Speeches with long pauses between them. */
export const oneByOne = (speeches: readonly Speech[]): Speech => joined(speeches, LONG_PAUSE);

function joined(speeches: readonly Speech[], pause: SpeechPart): Speech {
  const spoken = speeches.filter((speech) => speech.length > 0);
  return spoken.flatMap((speech, index) => (index === 0 ? speech : [pause, ...speech]));
}

/** Digits, and letters that make no word, to be spoken one by one. */
export const spaced = (signs: string): string => [...signs].join(" ");
