/** What a group of digits adds to a score, in hundredths, and why. */
export interface GroupRating {
  readonly points: number;
  readonly because: string;
}

/** How well a group of digits stays in mind; undefined where there is nothing to say of it. */
export function rateGroup(group: string): GroupRating | undefined {
  const square = group.length ** 2 * 100;
  if (/^(\d)\1+$/.test(group)) return { points: square, because: "one digit again and again" };
  if (group.length > 2 && isRow(group)) return { points: square, because: "digits in a row" };
  if (/^(?:(\d)\d\1|(\d\d)\2|(\d)(\d)\4\3)$/.test(group)) return { points: square / 2, because: "a pattern" };
  if (group.length === 1) return { points: -500, because: "a digit alone" };
  return group.length > 4 ? { points: -500, because: "a long group" } : undefined;
}

const isRow = (group: string): boolean => "01234567890".includes(group) || "09876543210".includes(group);
