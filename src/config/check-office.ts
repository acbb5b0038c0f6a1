import { MAIN_MENU } from "../policy/office/office";
import { type CountryCode, parseE164 } from "../telephony/e164";
import { didYouMean } from "./did-you-mean";
import { type PolicyProblem, valueAt } from "./explain-issue";
import { isSipAddress, isTargetWord, OPERATOR_ID, ownDepartmentId, TARGET_WORDS } from "./office-targets";
import { formatFound } from "./problem";

type Path = readonly PropertyKey[];

/** What the checks of an office look up. */
interface Around {
  readonly root: unknown;
  readonly country: CountryCode;
  /** The keys of the policy's lines, as written. */
  readonly lines: readonly string[];
  readonly departments: readonly string[];
  readonly menus: readonly string[];
}

const SECTION = 'with it the section "office" in this file, with a "menu"';

/** What of an office only the whole file tells: that what is named is there, each key once, no telephone one of our lines. */
export function checkOffice(root: unknown, lines: readonly string[], country: CountryCode): PolicyProblem[] {
  const office = valueAt(root, ["office"]);
  if (office === undefined) return lines.flatMap((key) => menuless(root, key));
  const departments = keysAt(root, ["office", "departments"]);
  const menus = [MAIN_MENU, ...keysAt(root, ["office", "menus"])];
  const around = { root, country, lines, departments, menus };
  return [
    ...repeatedMain(root),
    ...menusOf(root).flatMap(({ entries }) => [
      ...repeatedKeys(root, entries),
      ...entries.flatMap((entry) => checkTarget(around, [...entry, "to"])),
    ]),
    ...departments.flatMap((id) => phonesAt(around, ["office", "departments", id, "ring"])),
    ...takenIds(around),
    ...phoneOrDepartment(around, ["office", "operator"]),
    ...lines.flatMap((key) => namedMenu(around, ["lines", key, "menu"])),
  ];
}

/** A line that asks callers to choose in a menu which there is not. */
function menuless(root: unknown, key: string): PolicyProblem[] {
  const path = ["lines", key, "rules"];
  const rules = valueAt(root, path);
  const names = rules === "office" || (Array.isArray(rules) && rules.includes("menu"));
  const found = formatFound(rules === "office" ? rules : "menu");
  return names ? [{ path, found, allowed: `other rules, or ${SECTION}` }] : [];
}

function repeatedMain(root: unknown): PolicyProblem[] {
  const path = ["office", "menus", MAIN_MENU];
  const allowed = `another name: "${MAIN_MENU}" is office.menu`;
  return valueAt(root, path) === undefined ? [] : [{ path, found: formatFound(MAIN_MENU), allowed }];
}

interface MenuPaths {
  readonly menu: string;
  readonly entries: readonly Path[];
}

/** Every menu's id, and the paths of its entries. */
function menusOf(root: unknown): MenuPaths[] {
  const entriesAt = (path: Path): Path[] => {
    const list = valueAt(root, path);
    return Array.isArray(list) ? list.map((_, index) => [...path, index]) : [];
  };
  return [
    { menu: MAIN_MENU, entries: entriesAt(["office", "menu"]) },
    ...keysAt(root, ["office", "menus"]).map((menu) => ({
      menu,
      entries: entriesAt(["office", "menus", menu, "entries"]),
    })),
  ];
}

function repeatedKeys(root: unknown, entries: readonly Path[]): PolicyProblem[] {
  const keys = entries.map((entry) => valueAt(root, [...entry, "key"]));
  return entries.flatMap((entry, index) => {
    const isRepeated = keys[index] !== undefined && keys.indexOf(keys[index]) < index;
    return isRepeated
      ? [{ path: [...entry, "key"], found: formatFound(keys[index]), allowed: "each key once" }]
      : [];
  });
}

/** The ids that telephones of a menu, and the operator's, get: a department of that name would give way to them. */
function takenIds({ root, departments }: Around): PolicyProblem[] {
  const operator = valueAt(root, ["office", "operator"]);
  const isPhone = typeof operator === "string" && !departments.includes(operator);
  const own = new Set(isPhone ? [OPERATOR_ID] : []);
  for (const { menu, entries } of menusOf(root))
    for (const entry of entries) own.add(ownDepartmentId(menu, String(valueAt(root, [...entry, "key"]))));
  const allowed = "another name: telephones of a menu, and the operator's, get such names";
  return departments
    .filter((id) => own.has(id))
    .map((id) => ({ path: ["office", "departments", id], found: formatFound(id), allowed }));
}

function checkTarget(around: Around, path: Path): PolicyProblem[] {
  const to = valueAt(around.root, path);
  if (typeof to === "string") return isTargetWord(to) ? [] : phoneOrDepartment(around, path);
  if (Array.isArray(to)) return phonesAt(around, path);
  return [
    ...phonesAt(around, [...path, "ring"]),
    ...namedMenu(around, [...path, "menu"]),
    ...named(around.root, [...path, "voicemail"], around.departments, "a department"),
  ];
}

function phonesAt(around: Around, path: Path): PolicyProblem[] {
  const list = valueAt(around.root, path);
  if (!Array.isArray(list)) return [];
  const phones = list.map(
    (phone) => (typeof phone === "string" && parseE164(phone, around.country)) || phone,
  );
  return list.flatMap((_, index) => [
    ...phoneAt(around, [...path, index]),
    ...(phones.indexOf(phones[index]) < index
      ? [{ path: [...path, index], found: formatFound(list[index]), allowed: "each telephone once" }]
      : []),
  ]);
}

function phoneOrDepartment(around: Around, path: Path): PolicyProblem[] {
  const text = valueAt(around.root, path);
  const isNamed = typeof text === "string" && around.departments.includes(text);
  return isNamed ? [] : phoneAt(around, path, around.departments);
}

/** A telephone that can be rung; one that is a line of ours would call in circles. */
function phoneAt(
  { root, country, lines }: Around,
  path: Path,
  departments?: readonly string[],
): PolicyProblem[] {
  const text = valueAt(root, path);
  if (typeof text !== "string" || text === "" || isSipAddress(text)) return [];
  const found = formatFound(text);
  const number = parseE164(text, country);
  if (number === undefined) return [{ path, found, allowed: phoneOr(text, country, departments) }];
  const isLine = lines.some((key) => parseE164(key, country) === number);
  const allowed = "another telephone: one of our own lines would call in circles";
  return isLine ? [{ path, found, allowed }] : [];
}

/** @param departments those that may stand there instead; undefined where none may */
function phoneOr(text: string, country: CountryCode, departments?: readonly string[]): string {
  const number = `a full telephone number, such as +12125550123 (without + it is read as one of ${country})`;
  if (departments === undefined) return `${number}, "sip:name@host"`;
  const known = departments.length === 0 ? "office.departments has none" : departments.join(", ");
  const meant = isTargetWord(text) ? "" : didYouMean(text, [...departments, ...TARGET_WORDS]);
  return `${number}, "sip:name@host", or a department: ${known}${meant}`;
}

function namedMenu({ root, menus }: Around, path: Path): PolicyProblem[] {
  return named(root, path, menus, "a menu");
}

function named(root: unknown, path: Path, names: readonly string[], what: string): PolicyProblem[] {
  const text = valueAt(root, path);
  if (typeof text !== "string" || names.includes(text)) return [];
  const known = names.length === 0 ? "there is none" : names.join(", ");
  return [{ path, found: formatFound(text), allowed: `${what}: ${known}${didYouMean(text, names)}` }];
}

function keysAt(root: unknown, path: Path): readonly string[] {
  const value = valueAt(root, path);
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}
