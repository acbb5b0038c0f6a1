/** The value that `share` (0 to 1) of the values do not exceed. Throws without values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? sorted[0];
  if (value === undefined) throw new RangeError("Cannot take a percentile of nothing");
  return value;
}

/** The middle value. Throws without values. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Least-squares slope of `points` (x, y): how much y grows with each x. */
export function slope(points: readonly (readonly [number, number])[]): number {
  const mean = (pick: 0 | 1) => points.reduce((sum, point) => sum + point[pick], 0) / points.length;
  const [x0, y0] = [mean(0), mean(1)];
  const rise = points.reduce((sum, [x, y]) => sum + (x - x0) * (y - y0), 0);
  const run = points.reduce((sum, [x]) => sum + (x - x0) ** 2, 0);
  return run === 0 ? 0 : rise / run;
}
