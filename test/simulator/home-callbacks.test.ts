/**
 * Whole calls to the home's phone, several at once, while Twilio's callbacks come late, twice, in any order or not at all:
 * it promises neither that they come nor their order.
 * @see https://www.twilio.com/docs/usage/webhooks/webhooks-faq
 */
import { join } from "node:path";
import fc from "fast-check";
import type { Callee, Party } from "../../local-twilio/voice/party";
import type { CallReport } from "../../simulator/call-report";
import { type House, openHouse } from "../../simulator/house";
import { openWorkshop, type Workshop } from "../../simulator/workshop";

const POLICY = join(__dirname, "../scenarios/policies/home-rings-everybody.json");
const LINE = "+12125550102";
const CALLERS = ["+12125550140", "+12125550141", "+12125550142", "+12125550143", "+12125550144"];
/** Twelve rings of six seconds, as `assets/ringing.xml` plays them, a prompt, a message, and a minute's talk. */
const LONGEST_SECONDS = 180;

let workshop: Workshop;
let house: House;
let phones: Callee[] = [];
beforeAll(async () => {
  workshop = openWorkshop();
  const allowlist = Object.fromEntries(CALLERS.map((number) => [number, { person: "Bo" }]));
  house = await openHouse({
    workshop,
    ...{ files: { policy: POLICY }, now: Date.parse("2026-01-05T17:00:00Z"), sync: { allowlist } },
    handsets: [() => phones.shift() ?? { does: "no-answer" }],
  });
}, 60_000);
afterAll(async () => {
  await house.close();
  workshop.close();
});

/** Waits for whatever comes, leaves a message when asked to, and may lose patience. */
function caller(patienceSeconds: number): Party {
  let left = patienceSeconds;
  let asked = 0;
  let hasSpoken = false;
  return {
    during: async ({ awaits, seconds }) => {
      asked = Math.min(left, seconds);
      if (left < seconds) return { at: left, does: "hangUp" };
      left -= seconds;
      if (awaits === "message" && !hasSpoken) {
        hasSpoken = true;
        return { at: 0, does: "speak", text: "please call back", seconds: 4 };
      }
      return { at: seconds, does: "nothing" };
    },
    interrupted: (passed) => {
      left += asked - passed;
    },
  };
}

const anyDelays = fc.oneof(
  { weight: 4, arbitrary: fc.constant<number[]>([0]) },
  { weight: 3, arbitrary: fc.constant<number[]>([]) },
  fc.constantFrom([2], [20], [0, 5], [0, 45], [90]),
);
const anyPhone = fc.oneof(
  fc.record({
    does: fc.constant("answers" as const),
    after: fc.integer({ min: 0, max: 24 }),
    seconds: fc.integer({ min: 1, max: 40 }),
  }),
  fc.constantFrom<Callee>({ does: "no-answer" }, { does: "busy" }, { does: "failed" }),
);
const anyPatience = fc.oneof(fc.constant(LONGEST_SECONDS), fc.integer({ min: 1, max: 60 }));

test("nobody meets a stranger, nobody is left ringing, and who was not answered may leave a message", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.infiniteStream(anyDelays),
      fc.array(anyPhone, { minLength: 5, maxLength: 5 }),
      fc.array(anyPatience, { minLength: 5, maxLength: 5 }),
      async (delays, handsets, patience) => {
        house.local.switchboard.disturbance = ({ url }) =>
          new URL(url).pathname.startsWith("/home/") ? delays.next().value : undefined;
        phones = [...handsets];
        const calls = await Promise.all(CALLERS.map((from, index) => placeCall(from, patience[index] ?? 0)));
        await house.local.switchboard.settled();
        for (const { report, seconds } of calls) judge(report(), seconds);
        expect(house.local.journal.complaints).toEqual([]);
      },
    ),
    { numRuns: 4, endOnFailure: true },
  );
}, 120_000);

async function placeCall(from: string, patience: number) {
  const { clock } = house.local;
  const began = clock.now();
  const outcome = await house.placeCall({ from, to: LINE, party: caller(patience) });
  const seconds = { lasted: (clock.now() - began) / 1000, patience };
  return { report: () => house.report(outcome), seconds };
}

function judge(report: CallReport, { lasted, patience }: { lasted: number; patience: number }): void {
  const { from, room, disposition } = report;
  expect([from, "phone"]).toEqual(expect.arrayContaining([...(room?.participants ?? [])]));
  expect(lasted).toBeLessThan(LONGEST_SECONDS);
  const expected =
    patience < LONGEST_SECONDS ? /^(connected|voicemail|abandoned)$/ : /^(connected|voicemail)$/;
  expect(disposition).toMatch(expected);
}
