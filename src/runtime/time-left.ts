/** Well within the 10 seconds of a Function and of Studio's Run Function, and the 15 of a voice webhook. */
export const DEADLINE_MS = 4000;

/** Tells, from now on, how many real milliseconds a Function that begins now has left to answer. */
export function startTimeLeft(): () => number {
  const began = performance.now();
  return () => Math.max(0, DEADLINE_MS - (performance.now() - began));
}

/** Waits for work that need not be finished: no longer than so many real milliseconds. @throws what `work` throws by then */
export async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
