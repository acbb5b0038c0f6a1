import type { FactName, KnownLists, ListFacts } from "../policy/facts";
import type { Caller } from "../telephony/caller";
import type { E164 } from "../telephony/e164";
import { parseStrikes } from "./graylist";
import { parseAllowEntry } from "./parse-allow-entry";
import { HOME_STATE_KEY, parseHomeState } from "./parse-home-state";
import { type Locale, parseBlockEntry, parseForwardEntry, parsePatterns } from "./parse-list-entries";
import { insist, type Patience } from "./patience";
import { parseReputation, type Sought } from "./reputation";
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
  /** Which remembered scores count; left out: none. */
  readonly sought?: Sought | undefined;
}

/** Where lists are read. `sync` may throw: then they cannot be. */
export interface ListStore extends Patience {
  readonly sync: () => SyncGateway;
}

/** With the round of writes that may follow (2 s), within the 4 seconds of a Function. */
const BUDGET_MS = 1600;

/** The facts that do not depend on who calls. */
const ABOUT_NOBODY: readonly FactName[] = ["home"];

/**
 * Reads the facts about a caller in one parallel batch. Lists are keyed by number, so of a caller without one only the
 * facts that hold for everybody are read. A list that cannot be read is named as unreadable; never throws.
 */
export async function readLists(
  store: ListStore,
  names: readonly FactName[],
  { caller, ...sense }: ReadingOf,
): Promise<ListReading> {
  const number = caller.kind === "number" ? caller.number : undefined;
  const readings = await Promise.all(
    names.map(async (name) => ({
      name,
      ...(await (isIdle(name, sense) ? NOBODYS : readOne(store, name, number))),
    })),
  );
  const facts = readings.map(({ name, item }) => ({ name, ...parseFact(name, item, sense) }));
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

/** Where nobody's score counts, none is read. */
const isIdle = (name: FactName, { sought }: Omit<ReadingOf, "caller">): boolean =>
  name === "reputation" && sought === undefined;

async function readOne(store: ListStore, name: FactName, number: E164 | undefined): Promise<Reading> {
  if (number === undefined) return ABOUT_NOBODY.includes(name) ? read(store, name, "") : NOBODYS;
  return read(store, name, number);
}

const NOBODYS: Reading = { isReadable: true, item: undefined };

async function read(store: ListStore, name: FactName, number: string): Promise<Reading> {
  try {
    const sync = store.sync();
    const found = await insist(store, BUDGET_MS, async () => ({ item: await readFact(sync, name, number) }));
    return { isReadable: found !== undefined, item: found?.item };
  } catch {
    return { isReadable: false, item: undefined };
  }
}

function readFact(sync: SyncGateway, name: FactName, number: string): Promise<SyncItem | undefined> {
  switch (name) {
    case "patterns":
      return sync.readDocument(name);
    case "home":
      return sync.readItem(name, HOME_STATE_KEY);
    default:
      return sync.readItem(name, number);
  }
}

interface ParsedFact {
  readonly fact: Partial<ListFacts>;
  readonly isMalformed: boolean;
}

function parseFact(
  name: FactName,
  item: SyncItem | undefined,
  { locale, sought }: Omit<ReadingOf, "caller">,
): ParsedFact {
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
    case "allowlist": {
      const entry = parseAllowEntry(item.data, locale);
      return { fact: { allowlist: entry }, isMalformed: entry === undefined };
    }
    case "home":
      return { fact: { home: parseHomeState(item.data) }, isMalformed: false };
    case "reputation": {
      if (sought === undefined) return { fact: {}, isMalformed: false };
      const { reputation, isMalformed } = parseReputation(item.data, sought);
      return { fact: { reputation }, isMalformed };
    }
  }
}
