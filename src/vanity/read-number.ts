/** A number without its country's code, as it is spelled. */
export interface NationalNumber {
  readonly digits: string;
  /** Where the groups begin in which people write it, the first one at 0. */
  readonly groupStarts: readonly number[];
}

/** The groups of North America. @see https://www.nanpa.com/numbering */
const NORTH_AMERICAN = [0, 3, 6];

/** 7 to 15 digits, with or without `+`; undefined for any other text. */
export function readNumber(text: string, groups?: readonly number[]): NationalNumber | undefined {
  const digits = /^\+?(\d{7,15})$/.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const groupStarts = groups && startsOf(groups, digits.length);
  if (groupStarts !== undefined) return { digits, groupStarts };
  const national = digits.length === 11 && digits.startsWith("1") ? digits.slice(1) : digits;
  return {
    digits: national,
    groupStarts: national.length === 10 ? NORTH_AMERICAN : usualStarts(national.length),
  };
}

/** Undefined where the groups are not those of so many digits. */
function startsOf(groups: readonly number[], length: number): readonly number[] | undefined {
  const starts: number[] = [];
  let end = 0;
  for (const size of groups) {
    if (!(Number.isInteger(size) && size > 0)) return undefined;
    starts.push(end);
    end += size;
  }
  return end === length ? starts : undefined;
}

/** In most countries the last four digits stand together, and the three before them. */
function usualStarts(length: number): readonly number[] {
  const local = length - 7;
  const middle = local > 4 ? [Math.ceil(local / 2)] : [];
  return [...(local > 0 ? [0] : []), ...middle, local, length - 4];
}
