/** Whole calls to an office while its telephones do whatever they like, and one of its departments closes. */
import { join } from "node:path";
import fc from "fast-check";
import type { Act, Callee, Moment, Party } from "../../local-twilio/voice/party";
import type { CallReport } from "../../simulator/call-report";
import { type House, openHouse } from "../../simulator/house";
import { openWorkshop, type Workshop } from "../../simulator/workshop";

const POLICY = join(__dirname, "../../examples/office/gatehouse.private.json");
const LINE = "+12125550110";
/** Ten minutes before finance closes. */
const BEGIN = Date.parse("2026-01-05T20:50:00Z");
const CLOSING = Date.parse("2026-01-05T21:00:00Z");
/** Two prompts, twice, and five seconds to think: what whoever picks up hears. Twice after a key that means nothing. */
const WHISPER_SECONDS = 2 * 40;
/** `ringSeconds` of the policy: service rings two telephones at once, finance three in turn. */
const RING_SECONDS = { "1": 20, "2": 3 * 15 } as const;

let workshop: Workshop;
let house: House;
beforeAll(async () => {
  workshop = openWorkshop();
  house = await openHouse({ workshop, files: { policy: POLICY }, now: BEGIN });
}, 60_000);
afterAll(async () => {
  await house.close();
  workshop.close();
});

/** Answers each question of the menu, then waits, and leaves a message when asked to. */
function caller(...keys: string[]): Party {
  let hasSpoken = false;
  return {
    during: async ({ awaits, seconds }: Moment): Promise<Act> => {
      const key = awaits === "input" ? keys.shift() : undefined;
      if (key !== undefined) return { at: 1, does: "press", keys: key };
      if (awaits !== "message" || hasSpoken) return { at: seconds, does: "nothing" };
      hasSpoken = true;
      return { at: 0, does: "speak", text: "please call back", seconds: 4 };
    },
  };
}

/** Presses keys when asked, then talks; a mailbox has none. */
function atThePhone(keys: string, talksFor: number): Party {
  let left = [...keys];
  return {
    during: async ({ awaits, heard, seconds }: Moment): Promise<Act> => {
      const [key, ...others] = left;
      if (awaits === "input" && key !== undefined) {
        left = others;
        return { at: Math.min(2, seconds), does: "press", keys: key };
      }
      if (heard.kind === "conversation") return { at: Math.min(talksFor, seconds), does: "hangUp" };
      return { at: seconds, does: "nothing" };
    },
  };
}

const anyPhone: fc.Arbitrary<() => Callee> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .record({
        after: fc.integer({ min: 0, max: 25 }),
        keys: fc.constantFrom("", "", "", "1", "1", "2", "3", "4", "51", "55"),
        talksFor: fc.integer({ min: 1, max: 30 }),
      })
      .map(
        ({ after, keys, talksFor }) =>
          (): Callee => ({ does: "answers", after, party: atThePhone(keys, talksFor) }),
      ),
  },
  fc.constantFrom<() => Callee>(
    () => ({ does: "no-answer" }),
    () => ({ does: "busy" }),
    () => ({ does: "failed" }),
  ),
);

test("each call ends in one way, in time, and no department rings that is closed", async () => {
  let calls = 0;
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyPhone, { minLength: 5, maxLength: 5 }),
      fc.constantFrom("1" as const, "2" as const),
      async (phones, choice) => {
        calls += 1;
        const from = `+121255501${calls + 51}`;
        const began = house.local.clock.now();
        const outcome = await house.placeCall({
          ...{ from, to: LINE, party: caller("1", choice) },
          callees: (to) => phones[Number(to.slice(-1)) - 1]?.() ?? { does: "no-answer" },
        });
        await house.local.switchboard.settled();
        const report = house.report(outcome);
        const row = Object(house.sync().calls?.[outcome.callSid]);
        judge(report, { choice, began, row });
        seen.add(report.disposition);
        expect(house.local.journal.complaints).toEqual([]);
      },
    ),
    { numRuns: 24, endOnFailure: true },
  );
  expect(house.local.clock.now()).toBeGreaterThan(CLOSING);
  expect([...seen]).toEqual(expect.arrayContaining(["connected", "voicemail"]));
}, 60_000);

interface Rung {
  readonly choice: "1" | "2";
  readonly began: number;
  /** As the product wrote it down. */
  readonly row: { readonly disposition?: string; readonly waitSeconds?: number };
}

function judge({ dialed, disposition }: CallReport, { choice, began, row }: Rung): void {
  expect(disposition).toMatch(/^(connected|voicemail|rejected)$/);
  expect(row.disposition).toBe(disposition);
  if (choice === "2" && began > CLOSING) expect([dialed, disposition]).toEqual([[], "voicemail"]);
  const pickedUp = dialed.filter(({ status }) => status === "completed").length;
  expect(row.waitSeconds ?? 0).toBeLessThanOrEqual(RING_SECONDS[choice] + pickedUp * WHISPER_SECONDS + 2);
}
