import type { PhoneNumber } from "../../account/phone-numbers";
import { type E164, parseE164 } from "../../telephony/e164";
import { numbersOrDoubt } from "../numbers-or-doubt";
import type { Checked, Question, Session } from "../question";
import { splitNumbers } from "../split-numbers";

/** More than these are found by typing a part of one. */
const SHOWN = 10;

/** Which of the account's numbers Gatehouse answers. */
export const line: Question = {
  variable: "GATEHOUSE_LINE",
  prompt: "Twilio number that Gatehouse answers",
  help: "several with commas between them; a part of a number, or of its name, finds it",
  kept: ({ policy }) => (policy === undefined ? undefined : Object.keys(policy.lines).join(",")),
  suggest: async (session) => {
    if (!session.isTalk) return undefined;
    const { numbers } = await numbersOrDoubt(session);
    return numbers?.length === 1 ? numbers[0]?.number : undefined;
  },
  choices: async (session) => {
    const { numbers = [] } = await numbersOrDoubt(session);
    return listed(numbers);
  },
  check: async (text, session) => {
    const { numbers, doubt } = await numbersOrDoubt(session);
    const found = splitNumbers(text).map((part) => resolve(part, numbers, session));
    const problem = found.find((each) => "problem" in each);
    if (problem !== undefined) return problem;
    const value = [...new Set(found.flatMap((each) => ("number" in each ? [each.number] : [])))].join(",");
    if (value === "") return { problem: "a telephone number is missing" };
    if (doubt !== undefined) return { doubt, value };
    return session.isOffline ? { value, note: "not checked" } : { value };
  },
};

type Found = { readonly number: string } | Extract<Checked, { problem: string }>;

function resolve(part: string, numbers: readonly PhoneNumber[] | undefined, session: Session): Found {
  const whole = parseE164(part, session.known("country") ?? "US");
  if (numbers === undefined)
    return whole === undefined ? { problem: `${part} is not a full telephone number` } : { number: whole };
  if (numbers.some(({ number }) => number === whole)) return { number: String(whole) };
  const matches = session.isTalk ? numbers.filter((each) => matchesPart(each, part)) : [];
  const [only] = matches;
  if (only !== undefined && matches.length === 1) return { number: only.number };
  if (matches.length > 1)
    return { problem: [`${matches.length} numbers fit; type more of one:`, ...listed(matches)].join("\n  ") };
  return { problem: notOwned(part, whole, numbers) };
}

function matchesPart({ number, friendlyName }: PhoneNumber, part: string): boolean {
  const digits = part.replace(/[\s().+-]/g, "");
  const isNumber = /^\d+$/.test(digits) && number.includes(digits);
  return isNumber || friendlyName.toLowerCase().includes(part.toLowerCase());
}

function notOwned(part: string, whole: E164 | undefined, numbers: readonly PhoneNumber[]): string {
  if (numbers.length === 0)
    return "the account has no number yet: buy one in the console, under Phone Numbers";
  return [`the account has no number ${whole ?? part}; it has:`, ...listed(numbers)].join("\n  ");
}

function listed(numbers: readonly PhoneNumber[]): string[] {
  const lines = numbers
    .slice(0, SHOWN)
    .map(({ number, friendlyName }) => (friendlyName === "" ? number : `${number}  ${friendlyName}`));
  const more = numbers.length - lines.length;
  return more > 0 ? [...lines, `and ${more} more`] : lines;
}
