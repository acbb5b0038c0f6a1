import type { Handler } from "../../../src/runtime/answer-request";
import { callSid, FRIEND, HOME, home, LINE, type LineChange, NOON, STRANGER } from "../../src/policy/samples";
import { type FunctionsHouse, openHouse, stopClock } from "./house";

const CHILDREN = {
  rules: ["callbacks", "blocklist", "owner", "allowlist", "message"],
  ring: { to: "home" },
} as const;
const OWNER = { name: "Ann", phone: HOME };

jest.spyOn(console, "log").mockImplementation(() => undefined);
jest.spyOn(console, "error").mockImplementation(() => undefined);

let house: FunctionsHouse;
let screen: Handler;
let check: Handler;
async function open(change: LineChange = {}): Promise<void> {
  jest.resetModules();
  screen = (await import("../../../functions/incoming/screen.protected")).handler;
  check = (await import("../../../functions/incoming/check-challenge.protected")).handler;
  house = openHouse({ ...CHILDREN, ...change }, undefined, { home: home(), owner: OWNER });
  house.environment.OWNER_PIN_HASH = "scrypt$16384$8$1$salt$hash";
}
// The home sleeps by the clock: at bedtime, other verdicts are right.
beforeEach(() => stopClock(NOON));
beforeEach(() => open());
afterEach(() => jest.useRealTimers());

const asked = async (from: string, more: Record<string, string> = {}) => {
  const { body } = await house.call(screen, { CallSid: callSid("a"), From: from, ...more });
  return { ...Object(body) };
};
const soon = () => new Date(Date.now() + 60_000).toISOString();

test("a listed caller rings the home's phone", async () => {
  house.sync.put("allowlist", FRIEND, { person: "Gran" });
  expect(await asked(FRIEND)).toMatchObject({ action: "household", rule: "allowlist" });
});

test("who is not listed hears the line's message, and is kept for the owner", async () => {
  expect(await asked(STRANGER)).toMatchObject({ action: "message", say: "Only listed numbers may call." });
  expect(house.sync.data("home", "last-refused")).toMatchObject({ number: STRANGER, line: LINE });
});

test("the owner who hangs up at the question is in the log", async () => {
  expect(await asked(HOME)).toMatchObject({ action: "owner", withoutPin: "household" });
  expect(house.sync.data("calls", callSid("a"))).toMatchObject({ from: HOME, disposition: "abandoned" });
});

test("who withholds the number hears the message, and leaves nothing behind", async () => {
  expect(await asked("anonymous")).toMatchObject({ action: "message" });
  expect(house.sync.data("home", "last-refused")).toBeUndefined();
});

test("a blocked caller is rejected, and not offered to the owner", async () => {
  house.sync.put("blocklist", STRANGER, {});
  expect(await asked(STRANGER)).toMatchObject({ action: "reject" });
  expect(house.sync.data("home", "last-refused")).toBeUndefined();
});

test("while the phone is paused a listed caller is told so before the tone", async () => {
  house.sync.put("allowlist", FRIEND, { person: "Gran" });
  house.sync.put("home", "state", { pausedUntil: soon() });
  expect(await asked(FRIEND)).toMatchObject({ action: "voicemail", greeting: "The phone has a rest." });
});

test("who is asked for a message has a row, though hanging up in the greeting", async () => {
  house.sync.put("allowlist", FRIEND, { person: "Gran" });
  house.sync.put("home", "state", { pausedUntil: soon() });
  await asked(FRIEND);
  expect(house.sync.data("calls", callSid("a"))).toMatchObject({
    ...{ from: FRIEND, verdict: "voicemail", rule: "allowlist", disposition: "abandoned" },
  });
});

test("after an emergency call everybody rings, the blocked and the withheld too", async () => {
  house.sync.put("home", "state", { callbacksUntil: soon() });
  house.sync.put("blocklist", STRANGER, {});
  for (const from of [STRANGER, "anonymous", "Restricted"])
    expect(await asked(from)).toMatchObject({ action: "household", rule: "callbacks" });
});

test("the owner's number is asked for the PIN, and told what it gets without", async () => {
  expect(await asked(HOME, { StirVerstat: "TN-Validation-Passed-A" })).toMatchObject({
    action: "owner",
    reason: "the owner's number, attested A: the PIN is asked for",
    withoutPin: "household",
    say: expect.stringContaining("PIN"),
  });
});

test("with Sync down everybody may leave a message, since anybody may be listed", async () => {
  house.environment.SYNC_SERVICE_SID = "";
  const { action, trace } = await asked(FRIEND);
  expect([action, trace.at(-1)]).toEqual(["voicemail", "allowlist: could not read allowlist and home"]);
});

test("who passes the challenge on a line that rings home is led there", async () => {
  const challenge = { onPass: "ring" } as const;
  await open({ rules: ["allowlist", "graylist", "challenge"], challenge });
  const { say, onPass, to } = await asked(STRANGER);
  expect([onPass, to]).toEqual(["household", undefined]);
  const Digits = say.match(/\d/g).join("");
  const { body } = await house.call(check, { CallSid: callSid("a"), From: STRANGER, Digits, Attempt: "1" });
  expect(body).toMatchObject({ result: "right", next: "household" });
});
