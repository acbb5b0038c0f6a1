import { join } from "node:path";
import fc from "fast-check";
import type { CallReport } from "../../simulator/call-report";
import type { HandsetBehaviour } from "../../simulator/home-phone";
import { type House, openHouse } from "../../simulator/house";
import { scriptedParty } from "../../simulator/scripted-party";
import { type PhonePlan, scriptedPhone } from "../../simulator/scripted-phone";
import { openWorkshop, type Workshop } from "../../simulator/workshop";

/** The whole house at once: 30 callers, one phone with call waiting, and callbacks that come as they like. */
const CALLERS = Array.from({ length: 30 }, (_, index) => `+141555501${String(index + 10)}`);
const POLICY = join(__dirname, "../scenarios/policies/children-open.json");
const HOUSES = 1;

let workshop: Workshop;
beforeAll(() => {
  workshop = openWorkshop();
});
afterAll(() => workshop.close());

/** A caller: when the call comes, and after how many seconds it is given up. */
const caller = fc.record({
  at: fc.integer({ min: 0, max: 40 }),
  patience: fc.integer({ min: 1, max: 90 }),
  phone: fc.oneof(
    fc.constantFrom<PhonePlan>({ does: "no-answer" }, { does: "busy" }, { does: "failed" }),
    fc.record({
      does: fc.constant("answers" as const),
      after: fc.integer({ min: 0, max: 30 }),
      seconds: fc.integer({ min: 0, max: 60 }),
    }),
  ),
});

/** What becomes of a callback: it is lost, comes late, or twice, and hence before or after any other. */
const fate = fc.oneof(fc.constant(undefined), fc.array(fc.integer({ min: 0, max: 15 }), { maxLength: 2 }));

const evening = fc.record({
  callers: fc.array(caller, { minLength: CALLERS.length, maxLength: CALLERS.length }),
  fates: fc.array(fate, { minLength: 50, maxLength: 50 }),
});
type Evening = ReturnType<typeof evening.generate>["value"];

async function livedThrough({ callers, fates }: Evening): Promise<readonly CallReport[]> {
  const people = CALLERS.map((number) => [number, { person: number }] as const);
  const sync = { allowlist: Object.fromEntries(people) };
  const house = await openHouse({ workshop, files: { policy: POLICY }, now: Date.UTC(2026, 0, 5, 15), sync });
  try {
    let told = 0;
    house.local.switchboard.disturbance = ({ url }) =>
      url.includes("/home/") ? fates[told++ % fates.length] : undefined;
    house.homePhone?.behave([phoneThat(callers.map((each) => each.phone))]);
    return await allCalls(house, callers);
  } finally {
    await house.close();
  }
}

/** A phone with call waiting that does something else on each ring. */
function phoneThat(plans: readonly PhonePlan[]): HandsetBehaviour {
  const phone = scriptedPhone("the phone", 30);
  let rings = 0;
  return () => phone.ring(plans[rings++ % plans.length] ?? { does: "busy" });
}

async function allCalls(house: House, callers: Evening["callers"]): Promise<readonly CallReport[]> {
  const to = house.lines[0]?.number ?? "";
  const outcomes = await Promise.all(
    callers.map(async ({ at, patience }, index) => {
      await house.local.clock.sleep(at * 1000);
      const { party } = scriptedParty([{ after: patience, act: { does: "hangUp" } }]);
      return house.placeCall({ from: CALLERS[index] ?? "", to, party });
    }),
  );
  await Promise.all(outcomes.map(({ afterwards }) => afterwards));
  await house.local.switchboard.settled();
  expect(house.local.journal.complaints).toEqual([]);
  return outcomes.map((outcome) => house.report(outcome));
}

test("thirty callers at once never share a room, in whatever order callbacks come, twice or never", async () => {
  await fc.assert(
    fc.asyncProperty(evening, async (evening) => {
      const reports = await livedThrough(evening);
      for (const { from, room, rang, disposition } of reports) {
        const others = room?.participants.filter((who) => who !== from && who !== "phone");
        expect({ from, others: others ?? [] }).toEqual({ from, others: [] });
        expect(rang.length).toBeLessThanOrEqual(1);
        expect(room?.participants.filter((who) => who === "phone").length ?? 0).toBeLessThanOrEqual(1);
        expect(["connected", "abandoned", "voicemail"]).toContain(disposition);
      }
    }),
    { numRuns: HOUSES, endOnFailure: true },
  );
}, 120_000);
