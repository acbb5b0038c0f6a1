import type { Handler } from "../../../src/runtime/answer-request";
import { callSid, FRIEND, LINE, NOON, STRANGER } from "../../src/policy/samples";
import { CONFERENCE } from "../../src/runtime/fake-voice";
import { FakeSync } from "../../src/store/fake-sync";
import { OWNER, type OwnerHouse, openOwnerHouse, PIN } from "./owner-house";

const mockWire = jest.fn();
jest.mock("../../../src/runtime/wiring", () => ({ wire: () => mockWire(), wireCall: () => mockWire() }));

const HOUR = 60 * 60 * 1000;

let checkPin: Handler;
let ownerChoice: Handler;
let house: OwnerHouse;
beforeAll(async () => {
  ({ handler: checkPin } = await import("../../../functions/home/check-pin.protected"));
  ({ handler: ownerChoice } = await import("../../../functions/home/owner.protected"));
  jest.spyOn(console, "log").mockImplementation(() => undefined);
  jest.spyOn(console, "error").mockImplementation(() => undefined);
});
function open(change: Parameters<typeof openOwnerHouse>[0] = {}, sync?: FakeSync): void {
  house = openOwnerHouse(change, sync);
  mockWire.mockReturnValue(house.wiring);
}
beforeEach(() => open({ monitoring: "onJoin" }));

/** A call in which the PIN was entered: presses keys as the flow tells them, merging what is answered as Studio does. */
async function menuOf(call: string) {
  const { ticket: Ticket = "", menu = "" } = await house.ask(checkPin, call, { Digits: PIN });
  let parsed: Record<string, string> = {};
  const press = async (Digits: string, more: Record<string, string> = {}) => {
    const Pending = parsed.pending ?? "";
    const reply = await house.ask(ownerChoice, call, { Digits, Ticket, Pending, ...more });
    parsed = { ...parsed, ...reply };
    return reply;
  };
  return { press, menu, Ticket };
}

const last = (item: string, number: string) =>
  house.sync.put("home", item, { number, at: "2026-01-05T16:00:00Z", line: LINE });

describe("without the ticket that the right PIN gives", () => {
  test.each([
    ["none", ""],
    ["a made-up one", "0".repeat(64)],
    ["one of another length", "0".repeat(63)],
  ])("%s: nothing is done, and nothing read", async (_name, Ticket) => {
    for (const Digits of ["1", "2", "4", "7"])
      expect(await house.ask(ownerChoice, "a", { Digits, Ticket })).toEqual({
        ...{ next: "end", say: "The owner's options are not available.", pending: "", room: "" },
      });
    expect(house.sync.requests).toEqual([]);
    expect(house.wiring.calls.requests).toEqual([]);
  });
  test("another call's, and the same one from another number, are none", async () => {
    const { Ticket } = await menuOf("a");
    expect(await house.ask(ownerChoice, "b", { Digits: "7", Ticket })).toMatchObject({ next: "end" });
    expect(await house.ask(ownerChoice, "a", { Digits: "7", Ticket, From: FRIEND })).toMatchObject({
      next: "end",
    });
    expect(house.sync.data("home", "state")).toBeUndefined();
  });
});

test("every answer carries every key, for Studio keeps what an earlier one said", async () => {
  house.room("b");
  last("last-caller", STRANGER);
  const { press } = await menuOf("a");
  for (const key of ["1", "2", "3", "6", "2", "7", "9", "8", "", "4", "#"])
    expect(Object.keys(await press(key)).sort()).toEqual(["next", "pending", "room", "say"]);
});

test("1 goes on to the phone", async () => {
  const { press } = await menuOf("a");
  expect(await press("1")).toMatchObject({ next: "connect", room: "" });
});

test.each([
  ["2", "listen", "Your PIN was used to listen to a call"],
  ["3", "join", "Your PIN was used to join a call"],
])("%s: %s to the call in progress, logged, and mailed to the owner", async (key, next, subject) => {
  house.room("b", { number: STRANGER });
  const { press, menu } = await menuOf("a");
  expect(menu).toContain(`press ${key}`);
  expect(await press(key)).toMatchObject({
    next,
    room: callSid("b"),
    say: expect.stringContaining("press 9"),
  });
  expect(house.wiring.sent).toMatchObject([{ to: "ann@example.com", subject }]);
  expect(house.wiring.sent[0]?.text).toContain("Call with: (212) 555-0199");
  expect(house.wiring.logged.join()).toContain(`owner-chose {"callSid":"${callSid("a")}","step":"${next}"`);
  expect(house.wiring.logged.join()).not.toMatch(/5550199/);
});

test("a mail that is refused does not keep the owner out", async () => {
  house.wiring.mailError = new Error("no");
  house.room("b");
  const { press } = await menuOf("a");
  expect(await press("2")).toMatchObject({ next: "listen" });
  expect(house.wiring.logged.join()).toContain("owner-not-mailed");
});

describe("4 ends the call in progress", () => {
  test("by its conference, so that the caller's flow goes on", async () => {
    house.room("b");
    const { press } = await menuOf("a");
    expect(await press("4")).toMatchObject({
      next: "menu",
      say: expect.stringMatching(/^The call was ended\. To ring/),
    });
    expect(house.wiring.calls.requests).toEqual([["completeConference", CONFERENCE]]);
  });
  test("whose SID nobody wrote down: by its name, else by the call", async () => {
    house.room("b", { conferenceSid: undefined });
    const { press } = await menuOf("a");
    await press("4");
    expect(house.wiring.calls.requests).toEqual([
      ["findConference", `home-${callSid("b")}`],
      ["endCall", callSid("b")],
    ]);
  });
  test("that was made from the phone: there is no conference", async () => {
    house.room("b", { direction: "out", conferenceSid: undefined });
    const { press } = await menuOf("a");
    await press("4");
    expect(house.wiring.calls.requests).toEqual([["endCall", callSid("b")]]);
  });
});

describe("5 allows the last refused caller, 6 blocks the last caller: after a confirmation", () => {
  test.each([
    [
      "5",
      "last-refused",
      "allowlist",
      "may ring the phone now",
      { direction: "in", note: "Allowed by telephone on 2026-01-05" },
    ],
    ["6", "last-caller", "blocklist", "is blocked now", { note: "Blocked by telephone on 2026-01-05" }],
  ])("%s", async (key, item, list, say, entry) => {
    last(item, STRANGER);
    const { press } = await menuOf("a");
    expect(await press(key)).toMatchObject({
      next: "menu",
      say: expect.stringContaining("2 1 2, 5 5 5, 0 1 9 9"),
    });
    expect(house.sync.keys(list)).toEqual([]);
    expect(await press("1")).toMatchObject({ next: "menu", say: expect.stringContaining(say) });
    expect(house.sync.data(list, STRANGER)).toMatchObject(entry);
    expect((await menuOf("b")).menu).not.toContain(`press ${key}`);
    expect(house.sync.data("home", item)).toBeUndefined();
  });
  test("another key changes nothing", async () => {
    last("last-refused", STRANGER);
    const { press } = await menuOf("a");
    await press("5");
    expect(await press("5")).toMatchObject({ say: expect.stringContaining("Nothing was changed.") });
    expect(house.sync.keys("allowlist")).toEqual([]);
  });
  test.each([
    ["the owner", OWNER],
    ["a line of ours", LINE],
    ["nobody who can be named", "anonymous"],
  ])("%s is neither offered nor blocked", async (_name, number) => {
    last("last-caller", number);
    const { press, menu } = await menuOf("a");
    expect(menu).not.toContain("press 6");
    expect(await press("6")).toMatchObject({ say: expect.stringContaining("nobody to block") });
  });
});

describe("7 pauses all calls for an hour, and again ends the pause", () => {
  const until = () => house.sync.data("home", "state")?.pausedUntil;
  test("as the menu then says", async () => {
    const { press } = await menuOf("a");
    expect((await press("7")).say).toMatch(
      /^All calls are paused for an hour\..* To let them ring again, press 7/,
    );
    expect(until()).toBe(new Date(NOON + HOUR).toISOString());
    expect((await press("7")).say).toMatch(/^Calls ring again\..* To pause all calls for an hour, press 7/);
    expect(until()).toBeUndefined();
  });
  test("after an hour it is over by itself: 7 pauses again", async () => {
    const { press } = await menuOf("a");
    await press("7");
    house.wiring.clock = NOON + HOUR;
    expect((await press("7")).say).toContain("paused for an hour");
  });
  test("a webhook that is delivered twice does it once", async () => {
    const { Ticket } = await menuOf("a");
    const key = { Digits: "7", Ticket, Pending: "" };
    const first = await house.ask(ownerChoice, "a", key);
    expect(await house.ask(ownerChoice, "a", key)).toEqual(first);
    expect(until()).toBe(new Date(NOON + HOUR).toISOString());
  });
});

test("nothing pressed twice, or pound, is goodbye", async () => {
  const { press } = await menuOf("a");
  expect(await press("")).toMatchObject({ next: "menu" });
  expect(await press("")).toMatchObject({ next: "end", say: "Goodbye." });
  const other = await menuOf("b");
  expect(await other.press("#")).toMatchObject({ next: "end", say: "Goodbye." });
});

test("with Sync down the owner can still ring the phone; what cannot be done is said", async () => {
  const { Ticket } = await menuOf("a");
  open({ monitoring: "onJoin" }, new FakeSync(() => "unavailable"));
  const press = (Digits: string) => house.ask(ownerChoice, "a", { Digits, Ticket, Pending: "1.0" });
  expect(await press("1")).toMatchObject({ next: "connect" });
  for (const key of ["2", "3", "4", "5", "6", "7"])
    expect(await press(key)).toMatchObject({
      next: "menu",
      say: expect.stringContaining("cannot be done just now"),
    });
  expect(house.wiring.calls.requests).toEqual([]);
});

test("with Voice down the call is not said to be ended", async () => {
  house.wiring.voice = () => {
    throw new Error("Voice is down");
  };
  house.room("b");
  const { press } = await menuOf("a");
  expect(await press("4")).toMatchObject({
    next: "menu",
    say: expect.stringMatching(/^That did not work just now/),
  });
});
