import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { CallOutcome } from "../../local-twilio/voice/call-outcome";
import { type House, openHouse } from "../../simulator/house";
import { scriptCallees } from "../../simulator/script-callees";
import { scriptedParty } from "../../simulator/scripted-party";
import { makeTemporaryFolder, type TemporaryFolder } from "../../simulator/temporary-folder";
import { openWorkshop, type Workshop } from "../../simulator/workshop";
import { departmentsOf, type OfficeDay, officeDay, policyOf } from "./office-day";

/** A Monday, ten in the morning in New York. */
const NOW = Date.UTC(2026, 0, 5, 15);
const HOUSES = 5;
/** Documents are asked for in no time; what is said before the ringing, and rounding, is not. */
const SLACK_SECONDS = 3;

const BEEP = { event: "beep", source: "beep" } as const;
const LEAVES = { hears: BEEP, act: { does: "speak", text: "Please call me back", seconds: 4 } } as const;

let workshop: Workshop;
let folder: TemporaryFolder;
let houses = 0;
beforeAll(() => {
  workshop = openWorkshop();
  folder = makeTemporaryFolder();
});
afterAll(() => {
  workshop.close();
  folder.remove();
});

/** Lives through a day, and lets it be looked at before the house is closed. */
async function liveThrough(
  day: OfficeDay,
  look: (house: House, outcomes: readonly CallOutcome[]) => void,
): Promise<void> {
  houses += 1;
  const policy = join(folder.path, `${houses}.private.json`);
  writeFileSync(policy, JSON.stringify(policyOf(day)));
  const own = departmentsOf(day).flatMap(({ id }, index) => {
    const mode = day.departments[index]?.mode;
    return mode === undefined ? [] : [[id, mode] as const];
  });
  const state = { mode: day.mode, departments: Object.fromEntries(own) };
  const sync = { office: { state } };
  const house = await openHouse({ workshop, files: { policy }, now: NOW, sync });
  try {
    look(house, await allCalls(house, day));
  } finally {
    await house.close();
  }
}

async function allCalls(house: House, { callers, phones }: OfficeDay): Promise<CallOutcome[]> {
  const plans = phones.map((plan, index) => [`+121255501${10 + index}`, [plan]] as const);
  const outcomes = await Promise.all(
    callers.map(async (each, index) => {
      await house.local.clock.sleep(each.at * 1000);
      const callees = scriptCallees(Object.fromEntries(plans)).ring;
      return house.placeCall({
        from: `+1646555010${index}`,
        to: "+12125550100",
        party: partyOf(each),
        callees,
      });
    }),
  );
  await Promise.all(outcomes.map(({ afterwards }) => afterwards));
  await house.local.switchboard.settled();
  return outcomes;
}

/** Presses what is to be pressed every 15 seconds, and then leaves a message, or hangs up when it lasts too long. */
function partyOf({ keys, patience, leaves }: OfficeDay["callers"][number]) {
  const presses = keys.map((key) => ({ after: 15, act: { does: "press", keys: key } }) as const);
  const hangsUp = { after: Math.max(1, patience - 15 * keys.length), act: { does: "hangUp" } } as const;
  return scriptedParty(leaves ? [...presses, LEAVES, { act: { does: "hangUp" } }] : [...presses, hangsUp])
    .party;
}

/** For how long a caller waited, from the first ring to a conversation or the next sentence, but for what was whispered. */
function secondsWaited({ events, called }: CallOutcome): number {
  const begin = events.findIndex(({ kind }) => kind === "rang");
  const rest = events.slice(begin);
  const end = rest.find(({ kind, text }) => kind === "ended" || (kind === "heard" && text !== "ringing"));
  const whispered = called.map(({ events: told }) => {
    const start = told.find(({ kind, text }) => kind === "heard" && text === "conversation");
    return (start ?? told.at(-1))?.at ?? 0;
  });
  const waited = begin === -1 ? 0 : (end?.at ?? 0) - (rest[0]?.at ?? 0);
  return waited - whispered.reduce((sum, seconds) => sum + seconds, 0);
}

test("whatever the office and its day: no closed department rings, nobody waits for longer than the policy says, and each call ends in one way", async () => {
  await fc.assert(
    fc.asyncProperty(officeDay, (day) =>
      liveThrough(day, (house, outcomes) => {
        const departments = departmentsOf(day);
        const rows = house.sync().calls ?? {};
        expect(house.local.journal.complaints).toEqual([]);
        expect(Object.keys(rows).sort()).toEqual(outcomes.map(({ callSid }) => callSid).sort());
        for (const outcome of outcomes) {
          const rung = outcome.dialed.map(({ to }) => to);
          const reached = departments.filter(({ numbers }) =>
            numbers.some((number) => rung.includes(number)),
          );
          expect(reached.filter(({ isOpen }) => !isOpen)).toEqual([]);
          expect(reached.length).toBeLessThanOrEqual(1);
          const longest = Math.max(0, ...reached.map(({ ringSeconds }) => ringSeconds));
          expect(secondsWaited(outcome)).toBeLessThanOrEqual(longest + SLACK_SECONDS);
          expect(outcome.errors).toEqual([]);
          expect(rows[outcome.callSid]).toMatchObject({ disposition: house.report(outcome).disposition });
        }
      }),
    ),
    { numRuns: HOUSES, endOnFailure: true },
  );
}, 60_000);
