import { readFileSync } from "node:fs";
import { parse } from "vcard4";
import { findContact } from "../../src/contacts/find-contact";
import { parseE164 } from "../../src/telephony/e164";
import { FRIEND } from "../made-up-book";

/** Prints the milliseconds of the first look-up in a book, read as `index` or as `cards`. */
const [kind, file = ""] = process.argv.slice(2);
const friend = parseE164(FRIEND, "US");
const started = performance.now();
const text = readFileSync(file, "utf8");
const found = kind === "index" ? friend !== undefined && findContact(text, friend) : findInCards(text);
const ms = performance.now() - started;
if (!found) process.exit(1);
console.log(ms);

function findInCards(cards: string): boolean {
  const parsed = parse(cards);
  const all = Array.isArray(parsed) ? parsed : [parsed];
  return all.some((card) => JSON.stringify(card).includes(`tel:${FRIEND}`));
}
