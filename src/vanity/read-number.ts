/** A number without its country's code, as it is spelled. */
export interface NationalNumber {
  readonly digits: string;
  /** Where the groups begin in which people write it, the first one at 0. */
  readonly groupStarts: readonly number[];
}

/** The groups of North America. @see https://www.nanpa.com/numbering */
const NORTH_AMERICAN = [3, 3, 4];

/** The last seven digits are, in most countries and in older ones all, what neighbours dial. */
const LOCAL = [3, 4];

/** 7 to 15 digits, with or without `+`; undefined for any other text. */
export function readNumber(text: string, groups: readonly number[] = []): NationalNumber | undefined {
  const [, digits] = /^\+?(\d{7,15})$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  if (add(groups) === digits.length && groups.every(isGroup))
    return { digits, groupStarts: startsOf(groups) };
  const national = digits.length === 11 && digits.startsWith("1") ? digits.slice(1) : digits;
  return { digits: national, groupStarts: startsOf(usualGroups(national.length)) };
}

const add = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
const isGroup = (length: number): boolean => Number.isInteger(length) && length > 0;

function usualGroups(length: number): number[] {
  if (length === 10) return NORTH_AMERICAN;
  return length === 7 ? LOCAL : [length - 7, ...LOCAL];
}

function startsOf(groups: readonly number[]): number[] {
  let end = 0;
  return groups.map((length) => {
    end += length;
    return end - length;
  });
}
