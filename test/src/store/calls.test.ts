import { type CallRow, mergeCallRow } from "../../../src/policy/call-log";
import { changeCall } from "../../../src/store/calls";
import { callSid } from "../policy/samples";
import { FakeSync } from "./fake-sync";

const SID = callSid("a");
const storeOf = (sync: FakeSync) => ({ sync, random: () => 0 });
const mergeCall = (store: ReturnType<typeof storeOf>, callSid: string, news: CallRow) =>
  changeCall(store, callSid, (current) => mergeCallRow(current, news));

test("a call's first row is one request and lives 90 days", async () => {
  const sync = new FakeSync();
  await mergeCall(storeOf(sync), SID, { disposition: "abandoned", verdict: "challenge" });
  expect(sync.requests).toEqual(["POST calls"]);
  expect(sync.ttls.get(`calls/${SID}`)).toBe(7_776_000);
});

test("later steps add what they know and leave what is there", async () => {
  const sync = new FakeSync();
  await mergeCall(storeOf(sync), SID, {
    at: "2026-01-05T17:00:00Z",
    rule: "challenge",
    disposition: "abandoned",
  });
  await mergeCall(storeOf(sync), SID, {
    at: "2026-01-05T17:01:00Z",
    to: "x",
    disposition: "failed-challenge",
  });
  expect(sync.data("calls", SID)).toEqual({
    at: "2026-01-05T17:00:00Z",
    rule: "challenge",
    to: "x",
    disposition: "failed-challenge",
  });
});

test("a voicemail is never downgraded, even by the same step coming again", async () => {
  const sync = new FakeSync();
  await mergeCall(storeOf(sync), SID, { disposition: "voicemail" });
  await mergeCall(storeOf(sync), SID, { disposition: "abandoned" });
  expect(sync.data("calls", SID)).toEqual({ disposition: "voicemail" });
  expect(sync.requests.filter((request) => request.startsWith("PUT"))).toEqual([]);
});

test("a disposition that a hand edit made senseless is replaced; the owner's own fields stay", async () => {
  const sync = new FakeSync();
  sync.put("calls", SID, { disposition: "odd", note: "mine" });
  await mergeCall(storeOf(sync), SID, { disposition: "connected" });
  expect(sync.data("calls", SID)).toEqual({ disposition: "connected", note: "mine" });
});

test("two steps at once both arrive", async () => {
  const sync = new FakeSync();
  await Promise.all([
    mergeCall(storeOf(sync), SID, { disposition: "voicemail" }),
    mergeCall(storeOf(sync), SID, { rule: "challenge", disposition: "abandoned" }),
  ]);
  expect(sync.data("calls", SID)).toEqual({ rule: "challenge", disposition: "voicemail" });
});
