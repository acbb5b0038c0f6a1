/** About 150 words a minute, an ordinary pace. */
const SECONDS_PER_WORD = 0.4;

/** Twilio transcribes only what is longer than two seconds. */
const LEAST_SECONDS = 3;

/** Whole seconds that people need to say a text. */
export function speakingTime(text: string): number {
  return Math.max(LEAST_SECONDS, Math.round(text.trim().split(/\s+/).length * SECONDS_PER_WORD));
}
