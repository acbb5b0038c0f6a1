import { check } from "../check";
import { complaintsOr, type Finding, failure, warning } from "../finding";
import type { Facts } from "../facts";

const DAY_MS = 24 * 3600 * 1000;
const OLD_DAYS = 180;

export const contactsCheck = check({
  name: "contacts",
  title: "Contacts",
  needs: ["policy", "addressBooks", "now"],
  judge: ({ policy: { policy }, addressBooks: { byLine, problems }, now }) => {
    const missing = problems.map((problem) => failure(problem, "Put the file there, or correct the policy"));
    const lines = Object.values(policy.lines).filter(({ rules }) => rules.includes("contacts"));
    const lacking = lines
      .filter(({ number, contacts }) => contacts === undefined && byLine.get(number)?.file === undefined)
      .map(({ number }) => withoutBook(number));
    return complaintsOr("every address book is there, and none is old", [
      ...missing,
      ...lacking,
      ...oldBooks(byLine, now),
    ]);
  },
});

function withoutBook(line: string): Finding {
  return warning(
    `the line ${line} lets its contacts through, and has no address book: everybody is a stranger`,
    "Export your contacts as vCard to assets/contacts.private.vcf, then npm run deploy",
  );
}

/** Several lines may share a book. */
function oldBooks(byLine: Facts["addressBooks"]["byLine"], now: number): Finding[] {
  const books = new Map([...byLine.values()].map(({ file, changedAt }) => [file, changedAt]));
  return [...books].flatMap(([file, changedAt]) => {
    const days = Math.floor((now - changedAt) / DAY_MS);
    if (file === undefined || days <= OLD_DAYS) return [];
    return [warning(`${file} is ${days} days old`, "Export your contacts anew, then npm run deploy")];
  });
}
