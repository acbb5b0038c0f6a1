import { parse } from "vcard4";
import { type Property, parseProperty } from "./parse-property";
import type { Card } from "./read-cards";
import { shield, unshield } from "./shield";

/** A telephone number as it stands in a card, and where. */
export interface WrittenNumber {
  readonly line: number;
  readonly text: string;
}

/** What is read of a card: who it is (`""` when it does not say), its categories, and the numbers as written. */
export interface ParsedCard {
  readonly name: string;
  readonly categories: readonly string[];
  readonly numbers: readonly WrittenNumber[];
}

/** What may stand for the name, best first. */
const NAMES = ["FN", "N", "NICKNAME", "ORG", "EMAIL"];
/** What vcard4 calls the components of N, in the order in which people write them. */
const NAME_PARTS = ["honorificPrefixes", "givenNames", "additionalNames", "familyNames", "honorificSuffixes"];
const CRLF = "\r\n";

/** Reads a card of any version: it is put into version 4.0, which vcard4 reads. @throws what vcard4 throws. */
export function parseCard(card: Card): ParsedCard {
  const { text, telLines, categories } = normalised(card);
  const parsed = parse(text);
  const properties = Array.isArray(parsed) ? [] : parsed.parsedVcard;
  const numbers = properties.filter(({ property }) => property === "TEL").map(({ value }) => plain(value));
  const names = NAMES.map((name) => properties.find(({ property }) => property === name)?.value);
  return {
    name: names.map(displayName).find((name) => name !== "") ?? "",
    categories,
    numbers: numbers.map((number, index) => ({ line: telLines[index] ?? card.line, text: number })),
  };
}

/** The card in version 4.0: one property of each name that is read, every number, and FN even when there is none. */
function normalised(card: Card): NormalisedCard {
  const names = new Map([["FN", "FN:"]]);
  const telephones: string[] = [];
  const telLines: number[] = [];
  const categories: string[] = [];
  for (const { line, text } of card.lines) {
    const property = parseProperty(text);
    const value = property === undefined ? "" : valueText(property);
    if (property === undefined || /^;*$/.test(value)) continue;
    if (property.name === "TEL") {
      telephones.push(`TEL:${value}`);
      telLines.push(line);
    } else if (property.name === "CATEGORIES") {
      categories.push(...categoriesIn(property));
    } else if (NAMES.includes(property.name) && (names.get(property.name) ?? "FN:") === "FN:") {
      names.set(property.name, `${property.name}:${value}`);
    }
  }
  const lines = ["BEGIN:VCARD", "VERSION:4.0", ...names.values(), ...telephones, "END:VCARD", ""];
  return { text: lines.join(CRLF), telLines, categories };
}

interface NormalisedCard {
  readonly text: string;
  readonly telLines: readonly number[];
  readonly categories: readonly string[];
}

/** Several with commas between them. @see https://www.rfc-editor.org/rfc/rfc6350#section-6.7.1 */
function categoriesIn({ components }: Property): string[] {
  const names = components.flatMap((component) => component.split(","));
  return names.map((name) => name.trim()).filter((name) => name !== "");
}

/** Only N and ORG have components; elsewhere a semicolon that nobody escaped is text. */
function valueText({ name, components }: Property): string {
  return name === "N" || name === "ORG" ? components.map(shield).join(";") : shield(components.join(";"));
}

/** As people write names. N comes in parts; the others are text, or several. */
function displayName(value: unknown): string {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return plain(value);
  const parts = new Map<string, unknown>(Object.entries(value));
  return plain(NAME_PARTS.map((part) => parts.get(part)));
}

function plain(value: unknown): string {
  const parts: readonly unknown[] = Array.isArray(value) ? value.flat() : [value];
  const texts = parts.filter((part) => typeof part === "string").filter((part) => part !== "");
  return unshield(texts.join(" "));
}
