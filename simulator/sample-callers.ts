import type { SyncListing } from "./furnish-sync";

/** A caller to try, and why that one. */
export interface SampleCaller {
  readonly from: string;
  readonly what: string;
  /** Set when it is the home's phone that this caller is for. */
  readonly rings?: "home";
}

/** Callers that not every house has. */
export interface SpecialCallers {
  /** The owner's number, when the owner has options. */
  readonly owner?: string | undefined;
  /** A number of bad reputation, when somebody is asked for that. */
  readonly pest?: string | undefined;
  /** A number that spells something, and where one is told. */
  readonly spelled?: { readonly from: string; readonly what: string } | undefined;
}

const CONTACTS_SHOWN = 2;
const LISTED_SHOWN = 2;

/**
 * One caller of each kind that this house can have.
 * @param contacts the number index of the line: lines of number, tab, name. @param sync what the lists hold now.
 */
export function findSampleCallers(
  contacts: string,
  sync: SyncListing,
  { owner, pest, spelled }: SpecialCallers = {},
): SampleCaller[] {
  const people = contacts.split("\n").flatMap((line) => {
    const [from = "", name = ""] = line.split("\t");
    return from === "" ? [] : [{ from, what: `${name || "nameless"}, in the contacts` }];
  });
  const known = new Set(people.map(({ from }) => from));
  const listed = (list: string, what: string) =>
    Object.keys(sync[list] ?? {})
      .filter((from) => !known.has(from))
      .slice(0, 1)
      .map((from) => ({ from, what }));
  const taken = [...known, ...Object.keys(sync.blocklist ?? {}), ...Object.keys(sync.forwardlist ?? {})];
  return [
    ...people.slice(0, CONTACTS_SHOWN),
    ...listed("forwardlist", "on the forward list"),
    ...listed("blocklist", "on the block list"),
    ...listedCallers(sync.allowlist ?? {}),
    ...(owner === undefined ? [] : [{ from: owner, what: "the owner, who has a PIN" }]),
    { from: findStranger(taken), what: "a stranger" },
    ...(pest === undefined ? [] : [{ from: pest, what: "a stranger of bad reputation" }]),
    ...(spelled === undefined ? [] : [spelled]),
    { from: "anonymous", what: "a caller who withholds the number" },
  ];
}

/** The first of those who may ring the home's phone. */
function listedCallers(allowlist: Readonly<Record<string, unknown>>): SampleCaller[] {
  const may = Object.entries(allowlist).filter(([, entry]) => textOf(entry, "direction") !== "out");
  return may.slice(0, LISTED_SHOWN).map(([from, entry]) => ({
    from,
    what: `${textOf(entry, "person") || "nameless"}, on the children's list`,
    rings: "home",
  }));
}

function textOf(entry: unknown, key: string): string {
  const value: unknown = typeof entry === "object" && entry !== null ? Reflect.get(entry, key) : undefined;
  return typeof value === "string" ? value : "";
}

/** The first fictional number from +1 212 555 0190 that nobody has. */
function findStranger(taken: readonly string[]): string {
  const numbers = Array.from({ length: 10 }, (_, index) => `+121255501${90 + index}`);
  return numbers.find((number) => !taken.includes(number)) ?? "+12125550199";
}
