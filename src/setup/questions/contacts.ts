import { homedir } from "node:os";
import { resolve } from "node:path";
import { importContacts } from "../import-contacts";
import type { Question } from "../question";

/** The address book: known callers ring. */
export const contacts: Question = {
  variable: "GATEHOUSE_CONTACTS",
  prompt: "Contacts",
  help: "the file of a vCard export (.vcf): Apple, Google, Outlook and Thunderbird all make one",
  without: "every caller is a stranger",
  kept: ({ contacts: file }) => (file === undefined ? undefined : "the address book that is there"),
  check: async (text, session) => {
    const file = resolve(pathIn(text));
    const imported = await importContacts(file, session);
    return "problem" in imported ? imported : { value: file };
  },
};

/** A path as shells and file managers put it: with ~, in quotes, or with a backslash before each space. */
function pathIn(text: string): string {
  const bare = /^(['"]).*\1$/.test(text) ? text.slice(1, -1) : text.replace(/\\ /g, " ");
  return bare.replace(/^~(?=\/)/, homedir());
}
