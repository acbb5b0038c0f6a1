import {
  type Department,
  type LocalText,
  MAIN_MENU,
  type Menu,
  type MenuTarget,
  type Office,
  type Phone,
} from "../policy/office/office";
import { parseE164 } from "../telephony/e164";
import { compileHours } from "./compile-hours";
import type { MenuEntryFile, OfficeFile } from "./office-schema";
import { isSipAddress, OPERATOR_ID, ownDepartmentId, type TargetFile, targetOf } from "./office-targets";
import type { PolicyFile } from "./policy-schema";

type DepartmentFile = OfficeFile["departments"][string];
type TextFile = string | { readonly [Language in keyof LocalText]?: string | undefined } | undefined;

/** What every part of an office depends on: its file, and the country whose numbers are written without +. */
interface Source {
  readonly office: OfficeFile;
  readonly country: string;
}

/** The section `office` with every number, time and default in its final form, of a file that the checks have let pass. */
export function compileOffice({ country }: PolicyFile, office: OfficeFile): Office {
  const source = { office, country };
  const { languages, languageBy, greeting, closedGreeting, tries, survey } = office;
  const menus = { [MAIN_MENU]: { entries: office.menu, greeting: undefined }, ...office.menus };
  const compiled = Object.entries(menus).map(([id, menu]) => compileMenu(source, id, menu));
  const operator = compileOperator(source);
  return {
    ...{ languages, languageBy, tries, survey },
    greeting: textsOf(office, greeting),
    closedGreeting: textsOf(office, closedGreeting),
    operator: operator.id,
    menus: Object.fromEntries(compiled.map(({ id, menu }) => [id, menu])),
    departments: {
      ...Object.fromEntries(
        Object.entries(office.departments).map(([id, department]) => [
          id,
          compileDepartment(source, id, department),
        ]),
      ),
      ...Object.assign({}, ...compiled.map(({ departments }) => departments)),
      ...operator.departments,
    },
  };
}

interface CompiledMenu {
  readonly id: string;
  readonly menu: Menu;
  /** Those that telephones of its entries make. */
  readonly departments: Readonly<Record<string, Department>>;
}

function compileMenu(
  source: Source,
  id: string,
  { greeting, entries }: { readonly greeting?: TextFile; readonly entries: readonly MenuEntryFile[] },
): CompiledMenu {
  const { office } = source;
  const parts = entries.map((entry) => ({
    entry,
    own: ownDepartmentId(id, entry.key),
    to: targetOf(entry.to, Object.keys(office.departments)),
  }));
  return {
    id,
    menu: {
      greeting: textsOf(office, greeting),
      entries: parts.map(({ entry, own, to }) => ({
        key: entry.key,
        name: textsOf(office, entry.name),
        to: compileTarget(source, own, to),
      })),
    },
    departments: Object.fromEntries(
      parts.flatMap(({ entry, own, to }) =>
        to.kind === "phones" ? [[own, ownDepartment(source, textsOf(office, entry.name), to)]] : [],
      ),
    ),
  };
}

function compileTarget({ office }: Source, own: string, to: TargetFile): MenuTarget {
  switch (to.kind) {
    case "phones":
      return { kind: "department", department: own };
    case "say":
      return { kind: "say", say: textsOf(office, to.say) };
    case "department":
    case "menu":
    case "voicemail":
    case "play":
    case "vanity":
      return to;
  }
}

function ownDepartment(
  source: Source,
  name: LocalText,
  { ring, how }: Extract<TargetFile, { kind: "phones" }>,
): Department {
  return { ...compileDepartment(source, "", { ring: [...ring], how, voicemail: {} }), name };
}

/** A telephone instead of a department makes one of its own; without a name of its own it is called by a prompt. */
function compileOperator(source: Source) {
  const { operator, departments } = source.office;
  if (operator === undefined || Object.hasOwn(departments, operator))
    return { id: operator, departments: {} };
  const own = ownDepartment(source, {}, { kind: "phones", ring: [operator], how: "atOnce" });
  return { id: OPERATOR_ID, departments: { [OPERATOR_ID]: own } };
}

function compileDepartment({ office, country }: Source, id: string, file: DepartmentFile): Department {
  const weekly = file.hours ?? office.hours;
  const holidays = file.holidays ?? office.holidays;
  const { email, greeting } = file.voicemail;
  return {
    name: textsOf(office, file.name ?? id),
    phones: file.ring.map((phone) => phoneIn(phone, country)),
    order: file.how,
    ringSeconds: file.ringSeconds ?? office.ringSeconds,
    hours: hoursOf(weekly, holidays),
    whispers: file.whisper ?? office.whisper,
    callerId: file.callerId ?? office.callerId,
    voicemail: { greeting: textsOf(office, greeting), ...(email === undefined ? {} : { email }) },
    offersCallback: file.callbacks ?? office.callbacks,
  };
}

/** Who names holidays only is open on all other days, the whole day. */
function hoursOf(weekly: readonly string[], holidays: OfficeFile["holidays"]): Department["hours"] {
  if (weekly.length > 0) return compileHours(weekly, holidays);
  return Object.keys(holidays).length === 0 ? undefined : compileHours(["all"], holidays);
}

/** One text is a text of the office's first language. */
function textsOf({ languages }: OfficeFile, text: TextFile): LocalText {
  if (text === undefined) return {};
  if (typeof text !== "string")
    return Object.fromEntries(Object.entries(text).filter(([, words]) => words !== undefined));
  const [first = "en"] = languages;
  return { [first]: text };
}

function phoneIn(text: string, country: string): Phone {
  if (isSipAddress(text)) return text;
  const number = parseE164(text, country);
  if (number === undefined) throw new TypeError(`Cannot read policy: ${text} is not a telephone number`);
  return number;
}
