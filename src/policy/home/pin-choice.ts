import { LONGEST_PIN, SHORTEST_PIN } from "./owner-pin";

/**
 * PINs that many people choose and no rule below explains: shapes on the keypad, and numbers out of songs and tables.
 * @see https://this-pin-can-be-easily-guessed.github.io/ the ten six-digit PINs that people choose most
 * @see http://www.datagenetics.com/blog/september32012/ the most common of 6 to 10 digits
 */
const POPULAR = new Set([
  ...["159753", "789456", "292513", "123654", "147258", "159357", "147852", "741852", "963852", "142536"],
  ...["314159", "271828", "8675309", "4830033", "5201314", "1478963", "789456123", "147258369"],
  ...["3141592654", "1029384756"],
]);

/**
 * Why a PIN cannot be used, with how to choose another; undefined for a good one. Never repeats the PIN.
 * @param numbers telephone numbers that are known to go with this home
 */
export function refusePin(pin: string, numbers: readonly string[] = []): string | undefined {
  if (!/^\d+$/.test(pin)) return "it must be digits only, as a telephone has them";
  if (pin.length < SHORTEST_PIN || pin.length > LONGEST_PIN)
    return `it must have ${SHORTEST_PIN} to ${LONGEST_PIN} digits; this has ${pin.length}`;
  const why = REASONS.find(({ holds }) => holds(pin))?.why ?? numberIn(pin, numbers);
  return why && `${why}, which is among the first that people try: choose digits with no order in them`;
}

const REASONS: readonly { readonly why: string; readonly holds: (pin: string) => boolean }[] = [
  { why: "its digits go up or down in equal steps, or not at all", holds: hasEqualSteps },
  { why: "it repeats a part of itself", holds: (pin) => /^(\d+)\1+$/.test(pin) },
  { why: "it has two different digits only", holds: (pin) => new Set(pin).size <= 2 },
  { why: "it is made of doubled digits", holds: (pin) => /^(?:(\d)\1)+$/.test(pin) },
  { why: "it reads the same backwards", holds: (pin) => [...pin].reverse().join("") === pin },
  { why: "it is a date, or begins or ends with a year", holds: isDate },
  { why: "it is a well-known one", holds: (pin) => POPULAR.has(pin) },
];

/** 000000, 123456, 890123, 987654, 135791: the keypad goes round from 9 to 0. */
function hasEqualSteps(pin: string): boolean {
  const digits = [...pin].map(Number);
  const steps = digits.slice(1).map((digit, index) => (digit - (digits[index] ?? 0) + 10) % 10);
  return new Set(steps).size === 1;
}

const DAY = "(?:0[1-9]|[12]\\d|3[01])";
const MONTH = "(?:0[1-9]|1[0-2])";
const YEAR = "(?:19|20)\\d\\d";
const DATES = [
  ...[`${DAY}${MONTH}`, `${MONTH}${DAY}`].flatMap((day) => [`${day}\\d\\d`, `${day}${YEAR}`]),
  ...[`\\d\\d${MONTH}${DAY}`, `${YEAR}${MONTH}${DAY}`],
  ...[`${YEAR}\\d\\d`, `\\d\\d${YEAR}`],
].map((date) => new RegExp(`^${date}$`));

function isDate(pin: string): boolean {
  return DATES.some((date) => date.test(pin));
}

function numberIn(pin: string, numbers: readonly string[]): string | undefined {
  return numbers.some((number) => number.includes(pin)) ? "it is a part of your telephone number" : undefined;
}
