import { homeLinesOf } from "../home-lines";
import type { Question } from "../question";
import { splitNumbers } from "../split-numbers";

/** Which lines ring a SIP phone of the home, which only listed people reach. */
export const home: Question = {
  variable: "GATEHOUSE_HOME",
  prompt: "Line of a phone for the children",
  help: "one of the numbers above, or a part of it: only people on the allow list ring the SIP phone, and are rung from it",
  without: "there is no such phone",
  kept: ({ policy }) => homeLinesOf(policy).join(",") || undefined,
  check: (text, { known }) => {
    const lines = splitNumbers(known("line") ?? "");
    const found = splitNumbers(text).map((part) => resolve(part, lines));
    const unknown = splitNumbers(text).find((_part, index) => found[index] === undefined);
    if (unknown !== undefined)
      return { problem: `${unknown} is not one of the numbers that Gatehouse answers: ${lines.join(", ")}` };
    return { value: [...new Set(found)].join(",") };
  },
};

/** The only line with these digits in it. */
function resolve(part: string, lines: readonly string[]): string | undefined {
  const digits = part.replace(/\D/g, "");
  const matches = lines.filter((line) => digits !== "" && line.includes(digits));
  return matches.length === 1 ? matches[0] : undefined;
}
