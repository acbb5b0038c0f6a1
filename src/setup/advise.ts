import { dirname, join } from "node:path";
import { homeLinesOf } from "./home-lines";
import { HOUSE_FILES, type House } from "./house-files";
import type { Answers } from "./question";
import { splitNumbers } from "./split-numbers";

/** What the owner should know of what is left as it is. */
export function advise(house: House, answers: Answers): string[] {
  return [
    ...otherBooks(house, answers),
    ...linesLeft(house, answers),
    ...strangeSync(house, answers),
    ...newHome(house, answers),
  ];
}

/** What a phone for the children needs besides, and nobody asks for. */
function newHome({ policy }: House, answers: Answers): string[] {
  return answers.get("home") && homeLinesOf(policy).length === 0
    ? [
        'the phone for the children also needs a PIN (npm run pin), an emergency address, and its list: README.md, "A phone for the children"',
      ]
    : [];
}

/** A line may have an address book of its own. */
function otherBooks({ policy }: House, answers: Answers): string[] {
  if (!answers.has("contacts")) return [];
  return Object.values(policy?.lines ?? {}).flatMap(({ number, contacts }) =>
    contacts === undefined || join(dirname(HOUSE_FILES.policy), contacts) === HOUSE_FILES.contacts
      ? []
      : [
          `the line ${number} has contacts of its own, ${contacts}: the ones imported now are not used for it`,
        ],
  );
}

function linesLeft({ policy }: House, answers: Answers): string[] {
  const named = answers.get("line");
  if (policy === undefined || named === undefined) return [];
  return Object.keys(policy.lines)
    .filter((number) => !splitNumbers(named).includes(number))
    .map((number) => `the line ${number} stays: to give it up, take it out of ${HOUSE_FILES.policy}`);
}

function strangeSync({ variables }: House, answers: Answers): string[] {
  const [before, now] = [variables.get("ACCOUNT_SID"), answers.get("account-sid")];
  const isMoved = before && now !== undefined && now !== before && variables.get("SYNC_SERVICE_SID");
  return isMoved ? ["SYNC_SERVICE_SID in .env is still of the account before: deploy sets it anew"] : [];
}
