/** What a first try was like, in real milliseconds. */
export interface FirstTry {
  readonly tookMs: number;
  /** For both tries and the pause between them. */
  readonly budgetMs: number;
  /** How long the other side wants to be left alone. */
  readonly askedMs?: number;
}

/** Whoever was too busy just now has a moment to breathe. */
const SHORTEST_PAUSE_MS = 40;

/**
 * How long to wait before a second try; undefined when it would not fit: the second is likely to take as long as the first, and
 * one that is cut off has been paid for in vain.
 */
export function pauseBeforeRetry({ tookMs, budgetMs, askedMs = 0 }: FirstTry): number | undefined {
  const pause = Math.max(SHORTEST_PAUSE_MS, askedMs);
  return tookMs + pause + tookMs <= budgetMs ? pause : undefined;
}
