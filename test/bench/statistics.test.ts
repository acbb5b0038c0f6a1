import { median, percentile, slope } from "../../bench/statistics";

// Nearest-rank percentiles: https://en.wikipedia.org/wiki/Percentile#The_nearest-rank_method, with its worked example.
test.each<[number, number]>([
  [0.05, 15],
  [0.3, 20],
  [0.4, 20],
  [0.5, 35],
  [1, 50],
])("percentile() of the textbook's list at %d", (share, expected) => {
  expect(percentile([15, 20, 35, 40, 50], share)).toBe(expected);
});

test("percentile() sorts a copy, and refuses nothing", () => {
  const values = [3, 1, 2];
  expect(median(values)).toBe(2);
  expect(values).toEqual([3, 1, 2]);
  expect(() => median([])).toThrow(RangeError);
});

// Anscombe's first set, whose least-squares line is y = 3.00 + 0.500x.
test("slope() is that of the least-squares line", () => {
  const xs = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
  const ys = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
  expect(slope(xs.map((x, index) => [x, ys[index] ?? 0]))).toBeCloseTo(0.5, 3);
  expect(slope([[1, 5]])).toBe(0);
});
