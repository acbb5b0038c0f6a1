import { officeModeAt, switchOffice } from "../../../src/policy/office/switch-office";
import { readOfficeState } from "../../../src/store/office-items";
import { changeOfficeState } from "../../../src/store/office-state";
import { callSid, NOON } from "../policy/samples";
import { FakeSync } from "./fake-sync";

const timezone = "America/New_York";
const put = (sync: FakeSync, step: string, mode: "day" | "night") =>
  changeOfficeState({ sync, random: () => 0.5 }, { step, timezone }, (state) =>
    switchOffice(state, mode, NOON),
  );

test("a switch that nobody has touched is made, for good, and read back", async () => {
  const sync = new FakeSync();
  const { outcome, state } = await put(sync, `${callSid("a")}:0`, "night");
  expect({ outcome, state }).toEqual({ outcome: "written", state: { mode: "night", departments: {} } });
  expect(await readOfficeState(sync, timezone)).toEqual(state);
  expect(sync.ttls.get("office/state")).toBe(0);
});

test("two owners at the same moment lose nothing, and a step that comes twice changes nothing", async () => {
  const sync = new FakeSync();
  const [first, second] = [`${callSid("a")}:0`, `${callSid("b")}:0`];
  const changes = await Promise.all([put(sync, first, "night"), put(sync, second, "day")]);
  expect(changes.map(({ outcome }) => outcome)).toEqual(["written", "written"]);
  const last = sync.data("office", "state");
  expect(await put(sync, String(last?.changedBy), "night")).toMatchObject({ outcome: "unchanged" });
  expect(sync.data("office", "state")).toEqual(last);
});

// An end without an offset is meant by the owner's clocks: midnight in New York is 5:00 UTC in January.
test("a switch that has an end counts until then, by the owner's clocks", async () => {
  const sync = new FakeSync();
  sync.put("office", "state", { mode: "Night", until: "2026-01-05" });
  const state = await readOfficeState(sync, timezone);
  const end = Date.parse("2026-01-06T05:00:00Z");
  expect([officeModeAt(state, end - 1), officeModeAt(state, end)]).toEqual(["night", "auto"]);
});
