import type { UncompiledPolicy } from "../../config/read-policy";
import { didYouMean } from "../../config/did-you-mean";
import { warnOffice } from "../../deploy/warn-office";
import { localDate } from "../../policy/home/is-within";
import type { Department, Office } from "../../policy/office/office";
import { isE164 } from "../../telephony/e164";
import { check } from "../check";
import type { Facts } from "../facts";
import type { OfficeSwitch } from "../facts/office-switch";
import { complaintsOr, type Finding, failure, ok, warning } from "../finding";
import { opensOn } from "../opens-on";

const POLICY = "Correct it in the policy, then npm run deploy";

/** Whether callers who choose in the menu reach anybody: telephones, hours, holidays. */
export const officeCheck = check({
  name: "office",
  title: "Office",
  needs: ["policy", "numbers", "now"],
  judge: ({ policy: { policy }, numbers, now }) => {
    const { office, timezone } = policy;
    if (office === undefined) return [ok("the policy has no office")];
    const count = Object.keys(office.departments).length;
    const well = `${count} ${count === 1 ? "department" : "departments"}, each open at some time (by the clocks of ${timezone})`;
    return complaintsOr(well, [
      ...judgePhones(office, numbers),
      ...warnOffice({ office }).map((doubt) => warning(doubt, POLICY)),
      ...judgeHours(office, localDate(now, timezone)),
      ...judgeHolidays(office, localDate(now, timezone)),
    ]);
  },
});

/** The policy's own lines are refused where it is read; other numbers of the account may lead to a flow of ours, too. */
function judgePhones({ departments }: Office, numbers: Facts["numbers"]): Finding[] {
  return Object.entries(departments).flatMap(([id, { phones }]) =>
    phones
      .filter((phone) => isE164(phone) && numbers.some(({ number }) => number === phone))
      .map((phone) =>
        warning(
          `the department ${id} rings ${phone}, a number of this very account: its calls may come back to it`,
          POLICY,
        ),
      ),
  );
}

/** How far ahead a department that never opens is looked for, in days. */
const AHEAD = 31;

function judgeHours({ departments }: Office, today: string): Finding[] {
  return Object.entries(departments)
    .filter(([, { hours }]) => hours !== undefined && !opensOn(hours, today, AHEAD))
    .map(([id]) =>
      failure(`the department ${id} is open on none of the next ${AHEAD} days: nobody rings it`, POLICY),
    );
}

function judgeHolidays({ departments }: Office, today: string): Finding[] {
  const past = Object.entries(departments).filter(([, department]) => hasOnlyPast(department, today));
  if (past.length === 0) return [];
  const names = past.map(([id]) => id).join(", ");
  const last = past.flatMap(([, { hours }]) => Object.keys(hours?.exceptions ?? {})).sort();
  return [
    warning(
      `every holiday of ${names} is over (the last was ${last.at(-1)})`,
      "Add the next ones to the policy, then npm run deploy",
    ),
  ];
}

function hasOnlyPast({ hours }: Department, today: string): boolean {
  const dates = Object.keys(hours?.exceptions ?? {});
  return dates.length > 0 && dates.every((date) => date < today);
}

const DAY_MS = 24 * 3600 * 1000;
/** Longer than any weekend. */
const LONG_DAYS = 7;
const SWITCH =
  "Press 8 in your options by telephone, or write the item state of the map office anew in the Sync console";

/** A switch that was forgotten keeps an office closed, or open, whatever its hours. */
export const officeSwitchCheck = check({
  name: "office-switch",
  title: "Day and night",
  needs: ["policy", "officeSwitch", "now"],
  judge: ({ policy: { policy }, officeSwitch, now }) => {
    if (policy.office === undefined) return [ok("the policy has no office")];
    const { mode, departments, until } = officeSwitch.state;
    if (until !== undefined && now >= until) return [ok("the office goes by its hours")];
    const well = mode === "auto" ? "the office goes by its hours" : `the office is on ${mode}`;
    return complaintsOr(well, [
      ...judgeAge(officeSwitch, now),
      ...unknownDepartments(policy.office, Object.keys(departments)),
    ]);
  },
});

function judgeAge({ state, changedAt = 0 }: OfficeSwitch, now: number): Finding[] {
  const { mode, departments, until } = state;
  const days = Math.floor((now - changedAt) / DAY_MS);
  if (until !== undefined || days < LONG_DAYS) return [];
  const switched = [["the office", mode] as const, ...Object.entries(departments)];
  return switched
    .filter(([, each]) => each !== "auto")
    .map(([name, each]) =>
      warning(`${name} has been on ${each} for ${days} days, whatever the hours say`, SWITCH),
    );
}

function unknownDepartments({ departments }: NonNullable<UncompiledPolicy["office"]>, ids: string[]) {
  const known = Object.keys(departments);
  return ids
    .filter((id) => !known.includes(id))
    .map((id) =>
      warning(
        `the switch names a department ${JSON.stringify(id)}, which there is not${didYouMean(id, known)}`,
        SWITCH,
      ),
    );
}
