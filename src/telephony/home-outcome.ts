/**
 * What became of a call to the home's phone, as `/home/result` answers it. `abandoned`: the caller left while it rang.
 * `unknown`: nothing could be found out.
 */
export const HOME_OUTCOMES = ["answered", "unanswered", "abandoned", "unknown"] as const;

/** One of {@link HOME_OUTCOMES}. */
export type HomeOutcome = (typeof HOME_OUTCOMES)[number];

/** Reads an outcome; undefined when the home's phone was not rung, or for a word that is none. */
export function parseHomeOutcome(text: string | undefined): HomeOutcome | undefined {
  return HOME_OUTCOMES.find((outcome) => outcome === text);
}
