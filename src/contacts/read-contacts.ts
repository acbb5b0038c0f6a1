import { type CountryCode, parseE164 } from "../telephony/e164";
import type { Contact, Skipped } from "./contact";
import { type ParsedCard, parseCard } from "./parse-card";
import { type Card, readCards } from "./read-cards";
import { readContentLines } from "./read-content-lines";

/** What {@link readContacts} found in an address book. */
export interface AddressBook {
  /** One entry a number, in the order of the file. */
  readonly contacts: readonly Contact[];
  /** How many cards were read, those without a number too. */
  readonly cards: number;
  readonly skipped: readonly Skipped[];
}

/** Which cards are wanted: those of a category, whatever its capitals; all, when left out. */
export interface Wanted {
  readonly category?: string | undefined;
}

/** So long that no name is cut, so short that a damaged file cannot fill the index. */
const MAX_NAME_LENGTH = 200;

/**
 * Reads a vCard file of version 2.1, 3.0 or 4.0 as address books export it. Total: any bytes give a book; what cannot be
 * read is listed with its line, and never costs more than its own card.
 *
 * @param country whose numbers those written without `+` are
 */
export function readContacts(file: Uint8Array, country: CountryCode, { category }: Wanted = {}): AddressBook {
  const contacts: Contact[] = [];
  const skipped: Skipped[] = [];
  let cards = 0;
  const skip = (each: Skipped) => skipped.push(each);
  for (const card of readCards(readContentLines(file), skip)) {
    const parsed = parsedOrSkipped(card, skip);
    if (parsed === undefined || !isWanted(parsed, category)) continue;
    cards += 1;
    contacts.push(...contactsOf(parsed, country, skip));
  }
  return { contacts, cards, skipped: skipped.sort((a, b) => a.line - b.line) };
}

/** The categories that the cards of a vCard file name, in the order of the file. */
export function readCategories(file: Uint8Array): string[] {
  const cards = [...readCards(readContentLines(file), () => undefined)];
  const named = cards.flatMap((card) => parsedOrSkipped(card, () => undefined)?.categories ?? []);
  return named.filter((name, at) => named.findIndex((other) => bare(other) === bare(name)) === at);
}

/** Categories are the same in any case. */
const bare = (name: string) => name.trim().toLowerCase();

function isWanted({ categories }: ParsedCard, category: string | undefined): boolean {
  return category === undefined || categories.some((name) => bare(name) === bare(category));
}

function parsedOrSkipped(card: Card, skip: (skipped: Skipped) => void): ParsedCard | undefined {
  try {
    return parseCard(card);
  } catch (error) {
    skip({
      line: card.line,
      reason: `the card cannot be read: ${error instanceof Error ? error.message : error}`,
    });
    return undefined;
  }
}

function contactsOf(card: ParsedCard, country: CountryCode, skip: (skipped: Skipped) => void): Contact[] {
  const name = [...card.name].slice(0, MAX_NAME_LENGTH).join("");
  return card.numbers.flatMap(({ line, text }) => {
    const number = parseE164(text, country);
    if (number === undefined)
      skip({ line, reason: `${JSON.stringify(text)} is not a full telephone number` });
    return number === undefined ? [] : [{ number, name, line }];
  });
}
