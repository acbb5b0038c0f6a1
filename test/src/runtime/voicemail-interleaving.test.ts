import fc from "fast-check";
import { receiveRecording } from "../../../src/runtime/receive-recording";
import { receiveTranscript } from "../../../src/runtime/receive-transcript";
import { sweepOutbox } from "../../../src/runtime/sweep-outbox";
import type { SyncGateway } from "../../../src/store/sync-gateway";
import { readRecordingCallback } from "../../../src/telephony/read-recording-callback";
import { readTranscriptionCallback } from "../../../src/telephony/read-transcription-callback";
import { CALL_SID, type FakeWiring, fakeWiring, recordingSid } from "../mail/fake-wiring";

const SID = recordingSid("1");
const sids = { CallSid: CALL_SID, RecordingSid: SID };
const recording = readRecordingCallback({ ...sids, RecordingStatus: "completed", RecordingDuration: "6" });
const words = readTranscriptionCallback({
  ...sids,
  TranscriptionStatus: "completed",
  TranscriptionText: "Hi",
});
const failed = readTranscriptionCallback({ ...sids, TranscriptionStatus: "failed" });

const NEWS = {
  recorded: (wiring: FakeWiring) => receiveRecording(wiring, recording, true),
  transcribed: (wiring: FakeWiring) => receiveTranscript(wiring, words),
  failed: (wiring: FakeWiring) => receiveTranscript(wiring, failed),
  swept: (wiring: FakeWiring) => sweepOutbox(wiring),
};
const news = fc.constantFrom<keyof typeof NEWS>("recorded", "transcribed", "failed", "swept");

/** The gateway with every request, and its answer, at a moment of the scheduler's choice. */
function scheduled(gateway: SyncGateway, scheduler: fc.Scheduler): SyncGateway {
  const later = async <T>(label: string, work: () => Promise<T>): Promise<T> => {
    await scheduler.schedule(Promise.resolve(), `${label} sent`);
    const result = await work();
    await scheduler.schedule(Promise.resolve(), `${label} answered`);
    return result;
  };
  return {
    readItem: (map, key) => later(`read ${map}`, () => gateway.readItem(map, key)),
    listItems: (map) => later(`list ${map}`, () => gateway.listItems(map)),
    readDocument: (name) => gateway.readDocument(name),
    createItem: (map, key, data, ttl) =>
      later(`create ${map}`, () => gateway.createItem(map, key, data, ttl)),
    updateItem: (map, key, data, at) => later(`update ${map}`, () => gateway.updateItem(map, key, data, at)),
    removeItem: (map, key) => later(`remove ${map}`, () => gateway.removeItem(map, key)),
  };
}

test("in whatever order, however often and however tangled the news comes, one mail goes out", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(news, { minLength: 1, maxLength: 6 }),
      async (scheduler, order) => {
        const wiring = fakeWiring();
        const gateway = scheduled(wiring.memory, scheduler);
        wiring.gateway = () => gateway;
        const all = ["recorded", "transcribed", ...order] satisfies (keyof typeof NEWS)[];
        const done = Promise.all(all.map((name) => NEWS[name](wiring)));
        await scheduler.waitFor(done);
        expect(wiring.sent).toHaveLength(1);
        expect(wiring.memory.rows("voicemails")[SID]).toMatchObject({
          seconds: 6,
          mailedAt: expect.anything(),
        });
        expect(wiring.memory.rows("outbox")).toEqual({});
      },
    ),
    { numRuns: 100 },
  );
}, 30_000);

test("a mail server that fails any number of times delays the mail, and nothing else", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(news, { maxLength: 5 }), fc.nat(4), async (order, failures) => {
      const wiring = fakeWiring();
      let left = failures;
      const { mail } = wiring;
      wiring.mail = () => ({
        send: (message) => (left-- > 0 ? Promise.reject(new Error("refused")) : mail().send(message)),
      });
      for (const name of [...order, "recorded" as const]) await NEWS[name](wiring);
      wiring.clock += 10 * 60_000;
      for (let tried = 0; tried <= failures; tried++) await sweepOutbox(wiring);
      expect(wiring.sent).toHaveLength(1);
      expect(wiring.memory.rows("outbox")).toEqual({});
    }),
    { numRuns: 100 },
  );
});
