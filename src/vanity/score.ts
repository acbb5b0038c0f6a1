/**
 * The score, in one line: each word earns its length squared times how common it is (0.2 to 1.1), and 20 more when it is the
 * owner's; +6 if the spelling ends in a word; -6 for each digit read as a letter; -10 for every stretch of leftover
 * digits.
 *
 * Everything is counted in hundredths of a point, so that sums are exact and the figures in `why` add up.
 */
export const POINTS = { ownWord: 2000, endsInWord: 600, lookAlike: -600, stretch: -1000 } as const;

/** What a word of so many letters earns that is common by so many hundredths. */
export function wordPoints(length: number, commonness: number): number {
  return length * length * commonness;
}
