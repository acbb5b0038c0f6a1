import type { FactName, KnownLists, ListFacts } from "../policy/facts";
import type { Caller } from "../telephony/caller";
import type { E164 } from "../telephony/e164";
import { parseStrikes } from "./graylist";
import { type Locale, parseBlockEntry, parseForwardEntry, parsePatterns } from "./parse-list-entries";
import { insist, type Patience } from "./patience";
import type { SyncGateway, SyncItem } from "./sync-gateway";

/** What was read, with the caller's graylist item as it was found, for the write that may follow. */
export interface ListReading extends KnownLists {
  readonly graylistItem: SyncItem | undefined;
}

/** What is known before anything is read. */
export const NOTHING_READ: ListReading = {
  facts: {},
  read: [],
  unreadable: [],
  malformed: [],
  graylistItem: undefined,
};

/** Whose facts are read, and how numbers and times in them are meant. */
export interface ReadingOf {
  readonly caller: Caller;
  readonly locale: Locale;
}

/** Where lists are read. `sync` may throw: then they cannot be. */
export interface ListStore extends Patience {
  readonly sync: () => SyncGateway;
}

/** With the round of writes that may follow (2 s), within the 4 seconds of a Function. */
const BUDGET_MS = 1600;

/**
 * Reads the facts about a caller in one parallel batch. Lists are keyed by number, so about anybody else there is
 * nothing to read. A list that cannot be read is named as unreadable; never throws.
 */
export async function readLists(
  store: ListStore,
  names: readonly FactName[],
  { caller, locale }: ReadingOf,
): Promise<ListReading> {
  if (caller.kind !== "number") return { ...NOTHING_READ, read: names };
  const { number } = caller;
  const readings = await Promise.all(
    names.map(async (name) => ({ name, ...(await read(store, name, number)) })),
  );
  const facts = readings.map(({ name, item }) => ({ name, ...parseFact(name, item, locale) }));
  return {
    facts: Object.assign({}, ...facts.map(({ fact }) => fact)),
    read: readings.flatMap(({ name, isReadable }) => (isReadable ? [name] : [])),
    unreadable: readings.flatMap(({ name, isReadable }) => (isReadable ? [] : [name])),
    malformed: facts.flatMap(({ name, isMalformed }) => (isMalformed ? [name] : [])),
    graylistItem: readings.find(({ name }) => name === "graylist")?.item,
  };
}

interface Reading {
  readonly isReadable: boolean;
  readonly item: SyncItem | undefined;
}

async function read(store: ListStore, name: FactName, number: E164): Promise<Reading> {
  try {
    const sync = store.sync();
    const found = await insist(store, BUDGET_MS, async () => ({
      item: await (name === "patterns" ? sync.readDocument(name) : sync.readItem(name, number)),
    }));
    return { isReadable: found !== undefined, item: found?.item };
  } catch {
    return { isReadable: false, item: undefined };
  }
}

interface ParsedFact {
  readonly fact: Partial<ListFacts>;
  readonly isMalformed: boolean;
}

function parseFact(name: FactName, item: SyncItem | undefined, locale: Locale): ParsedFact {
  if (item === undefined) return { fact: {}, isMalformed: false };
  switch (name) {
    case "blocklist": {
      const entry = parseBlockEntry(item.data, locale);
      return { fact: { blocklist: entry }, isMalformed: entry === undefined };
    }
    case "forwardlist": {
      const entry = parseForwardEntry(item.data, locale);
      return { fact: { forwardlist: entry }, isMalformed: entry === undefined };
    }
    case "patterns": {
      const { entries, malformed } = parsePatterns(item.data, locale);
      return { fact: { patterns: entries }, isMalformed: malformed.length > 0 };
    }
    case "graylist":
      return { fact: { graylist: parseStrikes(item.data) }, isMalformed: false };
  }
}
