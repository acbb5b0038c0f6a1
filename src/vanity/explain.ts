import { POINTS } from "./score";

/** A word of a spelling, with what it earned. */
export interface Earning {
  readonly text: string;
  readonly commonness: number;
  readonly isOwn: boolean;
  readonly lookAlikes: number;
}

/** How a spelling's score comes about: figures that add up to it. */
export function explain({
  words,
  stretches,
  endsInWord,
}: {
  words: readonly Earning[];
  stretches: readonly string[];
  endsInWord: boolean;
}): string {
  return [
    ...words.map(earned),
    ...(endsInWord ? [`+${points(POINTS.endsInWord)} for ending in a word`] : []),
    ...(stretches.length === 0
      ? []
      : [`${points(POINTS.stretch * stretches.length)} for the digits ${stretches.join(" and ")}`]),
  ].join(", ");
}

const points = (hundredths: number): string => String(hundredths / 100);

function earned({ text, commonness, isOwn, lookAlikes }: Earning): string {
  const length = text.length;
  const kind = isOwn ? "one of the owner's words" : `${howCommon(commonness)} word`;
  return [
    `${text} ${length * length} x ${points(commonness)} for ${kind} of ${length} letters`,
    ...(isOwn ? [`+${points(POINTS.ownWord)} for being the owner's`] : []),
    ...(lookAlikes > 0 ? [`${points(POINTS.lookAlike * lookAlikes)} for ${digitsFor(lookAlikes)}`] : []),
  ].join(", ");
}

const digitsFor = (count: number): string =>
  count === 1 ? "a digit that stands for a letter" : `${count} digits that stand for letters`;

function howCommon(commonness: number): string {
  if (commonness >= 85) return "a common";
  return commonness >= 55 ? "a known" : "a rare";
}
