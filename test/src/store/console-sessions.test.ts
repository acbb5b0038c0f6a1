import fc from "fast-check";
import {
  endSession,
  readEndedSessions,
  SESSIONS_KEY,
  type Session,
} from "../../../src/store/console-sessions";
import { FakeSync } from "./fake-sync";

const NOW = new Date("2026-01-05T15:00:00Z");
const UNTIL = NOW.getTime() / 1000 + 12 * 60 * 60;
const session: Session = { sid: "one", who: "ann", epoch: 0, until: UNTIL };
const instantly = { random: () => 0.5, sleep: () => new Promise<void>(() => undefined) };

async function isOver(sync: FakeSync, each: Session): Promise<boolean> {
  return (await readEndedSessions(sync)).hasEnded(each);
}

test("a session lasts until it is ended, and then is over for good; others go on", async () => {
  const sync = new FakeSync();
  expect(await isOver(sync, session)).toBe(false);
  expect(await endSession({ sync, ...instantly }, { session, everywhere: false, now: NOW })).toBe(true);
  expect(await isOver(sync, session)).toBe(true);
  expect(await isOver(sync, { ...session, sid: "two" })).toBe(false);
  expect(sync.ttls.get(`console/${SESSIONS_KEY}`)).toBe(0);
});

test("everywhere ends each of the administrator's sessions, and nobody else's", async () => {
  const sync = new FakeSync();
  await endSession({ sync, ...instantly }, { session, everywhere: true, now: NOW });
  expect(await isOver(sync, { ...session, sid: "two" })).toBe(true);
  expect(await isOver(sync, { ...session, who: "bo" })).toBe(false);
  const epoch = (await readEndedSessions(sync)).epochOf("ann");
  expect(await isOver(sync, { ...session, sid: "three", epoch })).toBe(false);
});

test("what would be over by itself is forgotten, and a list that is full ends everything of who comes next", async () => {
  const sync = new FakeSync();
  const ended = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`s${index}`, UNTIL]));
  sync.put("console", SESSIONS_KEY, {
    epochs: { bo: 3 },
    ended: { ...ended, old: NOW.getTime() / 1000 - 1 },
  });
  await endSession({ sync, ...instantly }, { session, everywhere: false, now: NOW });
  expect(sync.data("console", SESSIONS_KEY)).toEqual({ epochs: { bo: 3, ann: 1 }, ended });
  expect(await isOver(sync, session)).toBe(true);
});

test("whatever stands in the item, ending a session ends it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.jsonValue(), fc.record({ ann: fc.jsonValue() })),
      fc.jsonValue(),
      async (epochs, ended) => {
        const sync = new FakeSync();
        sync.put("console", SESSIONS_KEY, { epochs, ended });
        const own = { ...session, epoch: (await readEndedSessions(sync)).epochOf("ann") };
        const everywhere = ended === null;
        await endSession({ sync, ...instantly }, { session: own, everywhere, now: NOW });
        expect(await isOver(sync, own)).toBe(true);
      },
    ),
  );
});
