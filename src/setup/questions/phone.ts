import { formatFound } from "../../config/problem";
import { parseE164 } from "../../telephony/e164";
import { countryHere } from "../country-here";
import { ringingPhoneOf } from "../home-lines";
import { numbersOrDoubt } from "../numbers-or-doubt";
import type { Question, Session } from "../question";
import { splitNumbers } from "../split-numbers";
import { line } from "./line";

/** Where known callers ring. A number of ours there would be screened again, and again. */
export const phone: Question = {
  variable: "GATEHOUSE_PHONE",
  prompt: "Telephone that rings",
  help: "yours, in any of the usual ways of writing it: known callers ring it",
  kept: ({ policy }) => ringingPhoneOf(policy) ?? policy?.owner.phone,
  // The new line may be the phone that the others ring.
  checksKept: ({ house, known }) => known("line") !== line.kept(house),
  check: async (text, session) => {
    const country = countryHere(session);
    const number = parseE164(text, country);
    if (number === undefined)
      return {
        problem: `found ${formatFound(text)}; allowed: a full telephone number, such as +12125550123 (without + it is read as one of ${country})`,
      };
    if ((await ours(session)).includes(number))
      return {
        problem: `${number} is a number of this account: one that is answered here would call in circles; give the telephone that people hold`,
      };
    return { value: number };
  },
};

async function ours(session: Session): Promise<string[]> {
  const { numbers = [] } = await numbersOrDoubt(session);
  const lines = Object.keys(session.house.policy?.lines ?? {});
  return [...numbers.map(({ number }) => number), ...lines, ...splitNumbers(session.known("line") ?? "")];
}
