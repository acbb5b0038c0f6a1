/**
 * The score, in one line: each word earns its length squared times how common it is (0.1 to 1.3), and 20 more when it is the
 * owner's; the word that the spelling ends in, 1.5 more for each letter; two words that are often written one after the other,
 * 2.5; -6 for each digit read as a letter; -10 for every stretch of leftover digits.
 *
 * Long words count by their square, since two words are harder to keep in mind than one of the same length. What comes last is
 * what is remembered: hence the premium on ending in a word, a long one if possible. Of three words that go together two and
 * two, only two are a pair: no word belongs to both of its neighbors. An area code left in digits is
 * nobody's choice, and costs nothing.
 *
 * Everything is counted in hundredths of a point, so that sums are exact and the figures in `why` add up.
 */
export const POINTS = { ownWord: 2000, lastLetter: 150, lookAlike: -600, pair: 250, stretch: -1000 } as const;

/** What a word of so many letters earns that is common by so many hundredths. */
export function wordPoints(length: number, commonness: number): number {
  return length * length * commonness;
}
