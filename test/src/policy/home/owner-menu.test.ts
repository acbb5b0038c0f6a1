import { chooseForOwner, nextTurn, renderMenu } from "../../../../src/policy/home/choose-for-owner";
import { OWNER_OPTIONS, ownerOptions } from "../../../../src/policy/home/owner-options";
import {
  type CallInProgress,
  callInProgress,
  OWNER_FACTS,
  OWNER_PARTS,
  type OwnerSituation,
} from "../../../../src/policy/home/owner-situation";
import type { OwnerStep } from "../../../../src/policy/home/owner-step";
import { parseTurn, renderTurn } from "../../../../src/policy/home/owner-turn";
import type { Room } from "../../../../src/policy/home/room";
import { callSid, FRIEND, STRANGER } from "../samples";

const AT = "2026-01-05T17:00:00Z";
const room = (change: Partial<Room> = {}): Room => ({ direction: "in", state: "talking", at: AT, ...change });
const call = (change: Partial<Room> = {}): CallInProgress => ({ callSid: callSid("a"), room: room(change) });

const quiet: OwnerSituation = {
  ...{ parts: OWNER_PARTS, officeMode: "auto" },
  ...{ call: undefined, monitoring: "onJoin", country: "US", isPaused: false },
  ...{ lastRefused: undefined, lastCaller: undefined, unreadable: [] },
};
const busy: OwnerSituation = { ...quiet, call: call(), lastRefused: STRANGER, lastCaller: FRIEND };
const FIRST = parseTurn("");
const press = (key: string, situation: OwnerSituation, turn = FIRST) => chooseForOwner(key, turn, situation);

describe("the options", () => {
  const keys = OWNER_OPTIONS.map((name) => ownerOptions[name].key);
  test("each has a key of its own, is offered by that key when it can be, and does something by it", () => {
    expect(new Set(keys).size).toBe(keys.length);
    for (const name of OWNER_OPTIONS) {
      const { key, offer } = ownerOptions[name];
      expect(offer(busy)).toContain(`press ${key}`);
      expect(press(key, busy)).not.toMatchObject({ say: "That key does nothing here." });
    }
  });
  test("each that depends on what cannot be read does nothing, and says so", () => {
    for (const name of OWNER_OPTIONS) {
      const { key, needs } = ownerOptions[name];
      const step = press(key, { ...busy, unreadable: OWNER_FACTS });
      if (needs.length > 0)
        expect(step).toEqual({ do: "menu", say: expect.stringContaining("cannot be done just now") });
    }
  });
  test.each(["0", "*", "a"])("%s is none", (key) => {
    expect(press(key, busy)).toEqual({ do: "menu", say: "That key does nothing here." });
  });
});

test("what is spoken: only what can be done now", () => {
  const offered = (situation: OwnerSituation) =>
    [...renderMenu(situation).matchAll(/press (\d)/g)].map(([, key]) => key);
  expect(offered(busy)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9"]);
  expect(offered(quiet)).toEqual(["1", "7", "8", "9"]);
  expect(offered({ ...busy, parts: ["home"] })).toEqual(["1", "2", "3", "4", "5", "6", "7", "9"]);
  expect(offered({ ...busy, parts: ["office"] })).toEqual(["8", "9"]);
  expect(offered({ ...busy, monitoring: "off" })).toEqual(["1", "3", "4", "5", "6", "7", "8", "9"]);
  expect(offered({ ...busy, monitoring: "atStart" })).toEqual(["1", "3", "4", "5", "6", "7", "8", "9"]);
  const told = { ...busy, call: call({ isAnnounced: true }), monitoring: "atStart" } as const;
  expect(offered(told)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9"]);
  expect(offered({ ...busy, call: call({ direction: "out" }) })).toEqual(["1", "4", "5", "6", "7", "8", "9"]);
  expect(renderMenu({ ...quiet, isPaused: true })).toContain("All calls are paused");
});

test.each<[string, string, OwnerSituation, OwnerStep]>([
  ["1 connects", "1", quiet, { do: "connect" }],
  ["2 listens", "2", busy, { do: "listen", call: call() }],
  ["3 joins", "3", busy, { do: "join", call: call() }],
  ["3 joins also where listening is off", "3", { ...busy, monitoring: "off" }, { do: "join", call: call() }],
  ["4 ends", "4", busy, { do: "end", call: call() }],
  ["7 pauses", "7", quiet, { do: "pause" }],
  ["8 closes what goes by its hours", "8", quiet, { do: "switch", to: "night" }],
  ["8 opens what is closed", "8", { ...quiet, officeMode: "night" }, { do: "switch", to: "day" }],
  ["8 gives back to its hours", "8", { ...quiet, officeMode: "day" }, { do: "switch", to: "auto" }],
  ["9 says it again", "9", quiet, { do: "menu", say: "" }],
  ["# leaves", "#", busy, { do: "goodbye" }],
  ["nothing is asked again", "", busy, { do: "menu", say: "" }],
  ["2 without a call", "2", quiet, { do: "menu", say: "There is no call in progress." }],
  ["3 without a call", "3", quiet, { do: "menu", say: "There is no call in progress." }],
  ["4 without a call", "4", quiet, { do: "menu", say: "There is no call in progress." }],
])("%s", (_name, key, situation, step) => {
  expect(press(key, situation)).toEqual(step);
});

test("what the policy has not has no options, also for who knows their keys", () => {
  for (const name of OWNER_OPTIONS) {
    const { key, part } = ownerOptions[name];
    const nothing = { do: "menu", say: "That key does nothing here." };
    if (part !== undefined) expect(press(key, { ...busy, parts: [] })).toEqual(nothing);
  }
});

test.each<[string, OwnerSituation, string]>([
  ["where it is off", { ...busy, monitoring: "off" }, "switched off"],
  ["where it is off, and there is no call", { ...quiet, monitoring: "off" }, "switched off"],
  [
    "where the notice was not given when the call began",
    { ...busy, monitoring: "atStart" },
    "notice was not given",
  ],
  ["to a call from the phone", { ...busy, call: call({ direction: "out" }) }, "not joined"],
])("2 does not listen %s, and says why", (_name, situation, why) => {
  expect(press("2", situation)).toEqual({ do: "menu", say: expect.stringContaining(why) });
});

describe("5 and 6 say the number digit by digit, and ask once more", () => {
  test.each([
    ["5", "allow", STRANGER, "2 1 2, 5 5 5, 0 1 9 9"],
    ["6", "block", FRIEND, "2 1 2, 5 5 5, 0 1 5 0"],
  ])("%s: %s", (key, ask, number, digits) => {
    const step = press(key, busy);
    expect(step).toEqual({ do: "ask", ask, number, say: expect.stringContaining(digits) });
    const turn = nextTurn(key, FIRST, step);
    // Meanwhile somebody else was refused, and called: what was said is what is done.
    const later = { ...busy, lastRefused: FRIEND, lastCaller: STRANGER };
    expect(press("1", later, turn)).toEqual({ do: ask, number });
    for (const other of ["2", "5", "6", "9", "*"])
      expect(press(other, later, turn)).toEqual({ do: "menu", say: "Nothing was changed." });
    expect(press("", later, turn)).toEqual({ do: "menu", say: "Nothing was changed." });
    expect(press("#", later, turn)).toEqual({ do: "goodbye" });
    expect(nextTurn("1", turn, press("1", later, turn)).asked).toBeUndefined();
  });
  test.each([["5"], ["6"]])("%s where there is nobody", (key) => {
    expect(press(key, quiet)).toEqual({ do: "menu", say: expect.stringContaining("nobody to") });
  });
});

test("nothing pressed twice in a row ends it, a key in between does not", () => {
  const silent = nextTurn("", FIRST, press("", quiet));
  expect(press("", quiet, silent)).toEqual({ do: "goodbye" });
  const pressed = nextTurn("9", silent, press("9", quiet, silent));
  expect(press("", quiet, pressed)).toEqual({ do: "menu", say: "" });
});

describe("where the menu stands, as the flow keeps it", () => {
  test.each([
    { turn: 0, silences: 0 },
    { turn: 12, silences: 1 },
    { turn: 3, silences: 0, asked: { ask: "block", number: STRANGER } },
    { turn: 4, silences: 1, asked: { ask: "allow", number: FRIEND } },
  ] as const)("%j", (turn) => {
    expect(parseTurn(renderTurn(turn))).toEqual(turn);
  });
  test.each([
    "",
    "x",
    "1",
    "1.2.3",
    `1.0.end.${STRANGER}x`,
    "-1.0",
    "1.0.allow.+911",
    `1.0.forget.${STRANGER}`,
  ])("%j asks for nothing", (text) => {
    expect(parseTurn(text).asked).toBeUndefined();
  });
});

test("the call in progress is the last one that is talking, and never the owner's own", () => {
  const calls = [
    { callSid: callSid("first"), room: room({ at: "2026-01-05T17:00:00Z" }) },
    { callSid: callSid("last"), room: room({ at: "2026-01-05T17:01:00Z" }) },
    { callSid: callSid("own"), room: room({ at: "2026-01-05T17:02:00Z" }) },
    { callSid: callSid("ringing"), room: room({ state: "ringing", at: "2026-01-05T17:03:00Z" }) },
    { callSid: callSid("over"), room: room({ state: "over", at: "2026-01-05T17:04:00Z" }) },
  ];
  const now = Date.parse("2026-01-05T17:05:00Z");
  expect(callInProgress(calls, callSid("own"), now)?.callSid).toBe(callSid("last"));
  expect(callInProgress(calls.slice(2), callSid("own"), now)).toBeUndefined();
  // A call lasts four hours at the most: https://www.twilio.com/docs/voice/api/call-resource (TimeLimit).
  expect(callInProgress(calls, callSid("own"), now + 5 * 60 * 60 * 1000)).toBeUndefined();
});
