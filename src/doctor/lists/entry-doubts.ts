import { didYouMean } from "../../config/did-you-mean";
import type { KeptEntry } from "../../lists/entry-change";
import type { Data, ListDefinition, ListLocale } from "../../lists/list-definition";
import { foreignFields, isData } from "../../lists/read-entry";
import { parseE164 } from "../../telephony/e164";

/** What is well formed, and hardly what the owner meant. */
export interface Doubt {
  readonly what: string;
  readonly fix: string;
}

/** Doubts about an entry: fields whose names are nearly those that count, and scopes that no call is in. */
export function entryDoubts(
  definition: ListDefinition,
  { key, data }: KeptEntry,
  locale: ListLocale,
): readonly Doubt[] {
  if (!isData(data)) return [];
  return [
    ...misspelt(definition, data),
    ...linesNotOurs(data, locale),
    ...keyNotOurs(definition, key, locale),
  ];
}

/** Any other field is the owner's own note. */
function misspelt(definition: ListDefinition, data: Data): Doubt[] {
  const known = definition.columns.map(({ name }) => name);
  return Object.keys(foreignFields(definition, data))
    .map((name) => ({ name, meant: didYouMean(name, known) }))
    .filter(({ meant }) => meant !== "")
    .map(({ name, meant }) => ({
      what: `"${name}" is no field${meant}`,
      fix: `Give the field its right name in the Sync console (${definition.name})`,
    }));
}

function linesNotOurs({ lines }: Data, { country, ours }: ListLocale): Doubt[] {
  const written: readonly unknown[] =
    lines === undefined || lines === null || lines === "" ? [] : [lines].flat();
  const numbers = written.map((line) => (typeof line === "string" ? parseE164(line, country) : undefined));
  const isReadable = numbers.length > 0 && numbers.every((number) => number !== undefined);
  if (!isReadable || numbers.some((number) => number !== undefined && ours.includes(number))) return [];
  const what = '"lines" names none of our lines, so it never counts';
  return [{ what, fix: `Make it some of ${ours.join(", ")}, or leave it out` }];
}

function keyNotOurs({ name }: ListDefinition, key: string, { ours }: ListLocale): Doubt[] {
  if (name !== "lineforwards" || ours.some((line) => line === key)) return [];
  const what = "the key is none of our lines, so it never counts";
  return [{ what, fix: `npm run lists -- remove ${name} ${key}` }];
}
