/** The seventeen condition types of Split Based On. */
export const OPERATOR_NAMES = [
  "equal_to",
  "not_equal_to",
  "matches_any_of",
  "does_not_match_any_of",
  "contains",
  "does_not_contain",
  "starts_with",
  "does_not_start_with",
  "is_blank",
  "is_not_blank",
  "regex",
  "less_than",
  "greater_than",
  "is_before_time",
  "is_after_time",
  "is_before_date",
  "is_after_date",
] as const;
export type OperatorName = (typeof OPERATOR_NAMES)[number];

/** Whether the input meets the condition; undefined when one of the two is nothing this operator can compare. */
type Operator = (input: string, value: string) => boolean | undefined;

/**
 * "Studio conditions are not case-sensitive and automatically trim leading and trailing whitespace": both texts come
 * here trimmed and in lower case, save the pattern of `regex`, whose letters may be escapes.
 * @see https://www.twilio.com/docs/studio/widget-library/split-based-on
 */
const OPERATORS: Readonly<Record<OperatorName, Operator>> = {
  equal_to: (input, value) => input === value,
  not_equal_to: (input, value) => input !== value,
  matches_any_of: (input, value) => entries(value).includes(input),
  does_not_match_any_of: (input, value) => !entries(value).includes(input),
  contains: (input, value) => input.includes(value),
  does_not_contain: (input, value) => !input.includes(value),
  starts_with: (input, value) => input.startsWith(value),
  does_not_start_with: (input, value) => !input.startsWith(value),
  is_blank: (input) => input === "",
  is_not_blank: (input) => input !== "",
  regex: matchesWhole,
  less_than: comparing(readNumber, (input, value) => input < value),
  greater_than: comparing(readNumber, (input, value) => input > value),
  is_before_time: comparing(readTime, (input, value) => input < value),
  is_after_time: comparing(readTime, (input, value) => input > value),
  is_before_date: comparing(readDate, (input, value) => input < value),
  is_after_date: comparing(readDate, (input, value) => input > value),
};

/** Whether Studio has a condition of that type. */
export function isOperatorName(name: string): name is OperatorName {
  return Object.hasOwn(OPERATORS, name);
}

/** Whether `input` meets the condition; undefined when they cannot be compared, which counts as not met. */
export function compare(name: OperatorName, input: string, value: string): boolean | undefined {
  const operand = value.trim();
  return OPERATORS[name](input.trim().toLowerCase(), name === "regex" ? operand : operand.toLowerCase());
}

function entries(value: string): readonly string[] {
  return value.split(",").map((entry) => entry.trim());
}

function matchesWhole(input: string, pattern: string): boolean | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`, "i").test(input);
  } catch {
    return undefined;
  }
}

function comparing(
  read: (text: string) => number | undefined,
  holds: (a: number, b: number) => boolean,
): Operator {
  return (input, value) => {
    const [left, right] = [read(input), read(value)];
    return left === undefined || right === undefined ? undefined : holds(left, right);
  };
}

/** Studio "does not perform comparisons on letters". */
function readNumber(text: string): number | undefined {
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : undefined;
}

/** HH:MM of 24 hours, in minutes. */
function readTime(text: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return Number(hours) * 60 + Number(minutes);
}

/** YYYY-MM-DD, in milliseconds; a day that no calendar has is none. */
function readDate(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? undefined : time;
}
