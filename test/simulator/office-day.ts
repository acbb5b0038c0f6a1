import fc from "fast-check";
import { parseHeardPattern } from "../../simulator/heard-pattern";
import type { PhonePlan } from "../../simulator/scripted-phone";

/** The opening hours of a department, and whether they are open in a scenario that begins on a Monday at ten. */
const HOURS = {
  always: { hours: [], isOpen: true },
  morning: { hours: ["mon 9:00-12:00"], isOpen: true },
  afternoon: { hours: ["mon-fri 12:00-17:00"], isOpen: false },
  holiday: { hours: ["mon 9:00-12:00"], holidays: { "2026-01-05": "none" }, isOpen: false },
} as const;

const MODES = ["auto", "day", "night"] as const;
const [PHONES_EACH, KEYS] = [3, ["1", "2", "3", "4", "5"]] as const;

const hearing = parseHeardPattern("press 1");
const asked = hearing === undefined ? {} : { hears: hearing };

/** A telephone: nobody there, a mailbox that presses nothing, or somebody who decides by a key. */
const phone: fc.Arbitrary<PhonePlan> = fc.oneof(
  fc.constantFrom<PhonePlan>({ does: "no-answer" }, { does: "busy" }, { does: "failed" }),
  fc.record({ does: fc.constant("answers" as const), after: fc.integer({ min: 0, max: 20 }) }),
  fc.record({
    does: fc.constant("answers" as const),
    after: fc.integer({ min: 0, max: 20 }),
    seconds: fc.integer({ min: 1, max: 30 }),
    steps: fc
      .constantFrom("1", "1", "2", "3", "4", "7")
      .map((keys) => [{ ...asked, act: { does: "press" as const, keys } }]),
  }),
);

const department = fc.record({
  hours: fc.constantFrom(...(["always", "morning", "afternoon", "holiday"] as const)),
  mode: fc.constantFrom(undefined, ...MODES),
  how: fc.constantFrom("atOnce", "inTurn", "roundRobin"),
  ringSeconds: fc.integer({ min: 5, max: 30 }),
  whisper: fc.boolean(),
  phones: fc.integer({ min: 1, max: PHONES_EACH }),
});

const caller = fc.record({
  at: fc.integer({ min: 0, max: 600 }),
  /** What is pressed in the menu; no key is silence. */
  keys: fc.array(fc.constantFrom(...KEYS, "0", "*"), { maxLength: 3 }),
  /** Seconds until the caller gives up. */
  patience: fc.oneof(fc.constant(900), fc.integer({ min: 1, max: 120 })),
  /** Or whether a message is left at the tone. */
  leaves: fc.boolean(),
});

/** A small office, its telephones by department, how its switch stands, and who calls. */
export const officeDay = fc.record({
  mode: fc.constantFrom(...MODES),
  departments: fc.array(department, { minLength: 1, maxLength: KEYS.length }),
  phones: fc.array(phone, { minLength: PHONES_EACH * KEYS.length, maxLength: PHONES_EACH * KEYS.length }),
  survey: fc.boolean(),
  hasOperator: fc.boolean(),
  callers: fc.array(caller, { minLength: 8, maxLength: 8 }),
});
export type OfficeDay = ReturnType<typeof officeDay.generate>["value"];

/** A department as it is dialled, and whether it may be. */
export interface DayDepartment {
  readonly id: string;
  readonly numbers: readonly string[];
  readonly isOpen: boolean;
  /** The longest that its telephones may ring in all. */
  readonly ringSeconds: number;
}

/** What is true of a day's departments, worked out by other means than the product's. */
export function departmentsOf(day: OfficeDay): DayDepartment[] {
  return day.departments.map(({ hours, how, ringSeconds, phones, mode = day.mode }, index) => ({
    id: `team-${index + 1}`,
    numbers: numbersOf(index, phones),
    isOpen: mode === "auto" ? HOURS[hours].isOpen : mode === "day",
    ringSeconds: how === "atOnce" ? ringSeconds : phones * ringSeconds,
  }));
}

/** The policy file of a day. */
export function policyOf(day: OfficeDay): object {
  const departments = departmentsOf(day).map(({ id, numbers }, index) => {
    const { hours, how, ringSeconds, whisper } = day.departments[index] ?? {};
    const { isOpen: _, ...opening } = HOURS[hours ?? "always"];
    return [id, { ring: numbers, how, ringSeconds, whisper, ...opening }] as const;
  });
  return {
    ...{ country: "US", timezone: "America/New_York", owner: { name: "Ann", email: "ann@example.com" } },
    lines: { "+12125550100": { rules: ["blocklist", "forwardlist", "menu"], ring: { to: "+12125550199" } } },
    office: {
      survey: day.survey,
      ...(day.hasOperator ? { operator: "team-1" } : {}),
      menu: departments.map(([id], index) => ({ key: KEYS[index], name: `team ${index + 1}`, to: id })),
      departments: Object.fromEntries(departments),
    },
  };
}

function numbersOf(department: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `+121255501${10 + department * PHONES_EACH + index}`);
}
