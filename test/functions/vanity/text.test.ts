import { countSegments } from "../../../local-twilio/rest/api/count-segments";
import type { Policy } from "../../../src/policy/line";
import { LOCALES } from "../../../src/policy/office/office";
import { renderVanityState, type VanityState } from "../../../src/policy/vanity/dialogue-state";
import { DEFAULT_VANITY } from "../../../src/policy/vanity/vanity";
import type { Handler } from "../../../src/runtime/answer-request";
import { LINE, line, NOON, OTHER_LINE } from "../../src/policy/samples";
import { FIVE, NUMBER, vanityNumber } from "../../src/policy/vanity/vanity-samples";
import { run } from "../../src/runtime/fake-runtime";
import type { Trouble } from "../../src/store/fake-sync";
import { VanityHouse } from "./vanity-house";

const mockWire = jest.fn();
jest.mock("../../../src/runtime/wiring", () => ({ wire: () => mockWire(), wireCall: () => mockWire() }));
const mockSpell = jest.fn();
jest.mock("../../../src/runtime/vanity/word-files", () => ({
  openWordFiles: () => ({ lexicon: { fingerprint: "abc" }, spell: mockSpell }),
}));

const HOUR_MS = 60 * 60 * 1000;
const STATE: VanityState = {
  asked: "text",
  locale: "en",
  number: NUMBER,
  isTexted: false,
  misses: 0,
  turn: 2,
};
const BODY =
  "Example Limited: +16465550142 spells OHM-555-0142, OHO-555-0142, MHO-555-0142, 646-555-01-42, 646-55-50-142. " +
  "Reply STOP to get no more messages.";

let text: Handler;
let house: VanityHouse;
beforeAll(async () => {
  ({ handler: text } = await import("../../../functions/vanity/text.protected"));
  jest.spyOn(console, "log").mockImplementation(() => undefined);
  jest.spyOn(console, "error").mockImplementation(() => undefined);
});
beforeEach(() => {
  mockSpell.mockReset().mockImplementation(() => FIVE);
  open();
});

function open(policy: Partial<Policy> = {}, before?: (request: string) => Promise<Trouble> | Trouble): void {
  house = new VanityHouse(policy, before);
  mockWire.mockImplementation(() => house.wiring);
}
const texts = (change: Partial<typeof DEFAULT_VANITY.texts>): Partial<Policy> => ({
  vanity: { ...DEFAULT_VANITY, texts: { ...DEFAULT_VANITY.texts, ...change } },
});
const ask = async (parameters: Record<string, string> = {}, state: VanityState = STATE) =>
  (await house.ask(text, { State: renderVanityState(state), ...parameters })).result;
const sent = () => house.wiring.texts.sent;
const logged = () => house.wiring.logged.join("\n");

test("all five go to the caller's own number, from the line that was called", async () => {
  expect(await ask()).toBe("sent");
  expect(sent()).toEqual([{ to: NUMBER, from: LINE, body: BODY }]);
});

// Each segment is paid for; a letter such as ú would make it three: https://www.twilio.com/docs/glossary/what-sms-character-limit
test.each(LOCALES)("%s: it takes one or two segments", async (locale) => {
  await ask({}, { ...STATE, locale });
  expect(countSegments(String(sent()[0]?.body))).toBeLessThanOrEqual(2);
});

test("another number's go to the caller, too, in the caller's language, from the policy's number", async () => {
  open(texts({ from: OTHER_LINE }));
  const state = { ...STATE, locale: "es", number: vanityNumber("5550142") } as const;
  expect(await ask({}, state)).toBe("sent");
  expect(sent()).toEqual([
    {
      to: NUMBER,
      from: OTHER_LINE,
      body: expect.stringMatching(/^Example Limited: 5550142 se puede escribir OHM-555-0142, /),
    },
  ]);
});

test("the longest names make no long message", async () => {
  open({ lines: { [LINE]: line({ name: "x".repeat(100) }) } });
  await ask();
  expect(sent()[0]?.body).toHaveLength(BODY.length + 15);
  // Its thirtieth and thirty-first halves make one character.
  open({ lines: { [LINE]: line({ name: `${"x".repeat(29)}\u{1f338}` }) } });
  await ask();
  expect(sent()[0]?.body).toMatch(/^x{29}: /);
});

describe("a number gets one message an hour", () => {
  test("also when Twilio asks twice, one after the other or at once", async () => {
    expect(await ask()).toBe("sent");
    expect(await ask()).toBe("already");
    expect(sent()).toHaveLength(1);
    open();
    expect((await Promise.all([ask(), ask(), ask()])).sort()).toEqual(["already", "already", "sent"]);
    expect(sent()).toHaveLength(1);
  });
  test("and another after it", async () => {
    await ask();
    house.wiring.clock += HOUR_MS - 1;
    expect(await ask()).toBe("already");
    house.wiring.clock += 1;
    expect(await ask()).toBe("sent");
  });
  test("as an item says that Sync removes later; one that makes no sense counts", async () => {
    await ask();
    expect(house.sync.data("vanity", `text-${NUMBER}`)).toEqual({ at: new Date(NOON).toISOString() });
    expect(house.sync.ttls.get(`vanity/text-${NUMBER}`)).toBe(HOUR_MS / 1000);
    house.sync.put("vanity", `text-${NUMBER}`, { at: "later" });
    house.wiring.clock += 2 * HOUR_MS;
    expect(await ask()).toBe("already");
  });
});

describe("no more go out in an hour than the policy has it", () => {
  const from = (ending: number) => ({ From: NUMBER.slice(0, -2) + ending });
  test("from all numbers together", async () => {
    open(texts({ perHour: 2 }));
    expect([await ask(from(11)), await ask(from(12)), await ask(from(13))]).toEqual(["sent", "sent", "not"]);
    expect(house.sync.data("vanity", "texts")).toEqual({ hour: "2026-01-05T17", count: 2 });
    // Longer than the hour that it counts.
    expect(house.sync.ttls.get("vanity/texts")).toBe((2 * HOUR_MS) / 1000);
    house.wiring.clock += HOUR_MS;
    expect(await ask(from(14))).toBe("sent");
  });
  test("and whoever had none for that need not wait an hour, once there are more", async () => {
    open(texts({ perHour: 1 }));
    house.wiring.clock += HOUR_MS - 60_000;
    expect([await ask(from(11)), await ask(from(12))]).toEqual(["sent", "not"]);
    expect(logged()).toContain("as many went out as may in an hour");
    house.wiring.clock += 60_000;
    expect([await ask(from(11)), await ask(from(12)), await ask(from(12))]).toEqual([
      "already",
      "sent",
      "already",
    ]);
  });
  test("and one number's many calls do not use that up", async () => {
    open(texts({ perHour: 2 }));
    for (let times = 0; times < 5; times += 1) await ask(from(11));
    expect(await ask(from(12))).toBe("sent");
  });
  test.each<[string, (request: string) => Trouble]>([
    ["nothing can be written", (request) => (request.startsWith("P") ? "unavailable" : undefined)],
    ["nothing can be read", (request) => (request.startsWith("GET") ? "unavailable" : undefined)],
    ["nothing can be reached", () => "unavailable"],
  ])("none goes out that cannot be counted: %s", async (_name, before) => {
    open({}, before);
    expect(await ask()).toBe("not");
    expect(sent()).toEqual([]);
  });
  test("or not in time", async () => {
    let release = () => {};
    const held = new Promise<undefined>((resolve) => {
      release = () => resolve(undefined);
    });
    open({}, (request) => (request === "POST vanity" ? held : undefined));
    jest.useFakeTimers({ doNotFake: ["performance"] });
    const asking = ask();
    await jest.advanceTimersByTimeAsync(3500);
    jest.useRealTimers();
    expect([await asking, sent()]).toEqual(["not", []]);
    release();
  });
});

test("none goes out when there is no time left to tell the caller", async () => {
  house.wiring.timeLeft = () => 1500;
  expect([await ask(), sent()]).toEqual(["not", []]);
});

describe("nobody but the caller gets one, and none that costs more", () => {
  test.each<[string, Record<string, string>, Partial<Policy>]>([
    ["who shows no number", { From: "anonymous" }, {}],
    ["a SIP address", { From: "sip:100@pbx.example.com" }, {}],
    ["a number abroad", { From: ["+44", "2079460958"].join("") }, {}],
    // Canada shares the country's code with the United States.
    ["a number of Canada", { From: "+16135550142" }, {}],
    ["a toll-free number", { From: "+18005550142" }, {}],
    ["a premium number", { From: "+19005550142" }, {}],
    // https://www.twilio.com/docs/voice/trusted-calling-with-shakenstir: the number shown is not the caller's
    ["a number that its signature does not fit", { StirVerstat: "TN-Validation-Failed-A" }, {}],
    ["the line itself", { From: LINE }, {}],
    ["another number of ours", { From: OTHER_LINE }, texts({ from: OTHER_LINE })],
    [
      "another line",
      { From: OTHER_LINE },
      { lines: { [LINE]: line({ rules: ["vanity"] }), [OTHER_LINE]: line({ number: OTHER_LINE }) } },
    ],
    ["a call to no line of ours", { To: OTHER_LINE }, {}],
    ["where the policy offers none", {}, texts({ offered: false })],
  ])("%s", async (_name, parameters, policy) => {
    open(policy);
    expect([await ask(parameters), sent()]).toEqual(["not", []]);
    expect(house.sync.keys("vanity")).toEqual([]);
  });
  test.each<[string, string]>([
    ["nothing", ""],
    ["garbage", "{{"],
    ["another question", renderVanityState({ ...STATE, asked: "key" })],
  ])("nor without being asked: the state is %s", async (_name, State) => {
    expect([await ask({ State }), sent()]).toEqual(["not", []]);
  });
});

// https://www.twilio.com/docs/api/errors, by number
test.each<[number | undefined, string, string]>([
  [21211, "unreachable", "Invalid 'To' Phone Number"],
  [21614, "unreachable", "'To' number is not a valid mobile number"],
  [
    21612,
    "unreachable",
    "Message cannot be sent with the current combination of 'To' and/or 'From' parameters",
  ],
  [21635, "unreachable", "'To' number cannot be a landline"],
  [21610, "stopped", "Attempt to send to unsubscribed recipient"],
  [21408, "not", "Permission to send an SMS has not been enabled for the region"],
  [21606, "not", "The 'From' phone number is not a valid, message-capable Twilio phone number"],
  [20429, "not", "Too many requests"],
  [undefined, "not", "no code"],
])("Twilio's refusal %s is told as %s: %s", async (code, result) => {
  house.wiring.texts.answer = async () => ({ outcome: "refused", code });
  expect(await ask()).toBe(result);
  expect(sent()).toHaveLength(1);
  if (code !== undefined) expect(logged()).toContain(String(code));
});

test("nobody knows whether it was sent: it is not sent again", async () => {
  house.wiring.texts.answer = async () => {
    throw new Error("timeout of 1500ms exceeded");
  };
  expect([await ask(), await ask()]).toEqual(["not", "already"]);
  expect(sent()).toHaveLength(1);
});

test("what cannot be spelled is not sent", async () => {
  mockSpell.mockImplementation(() => {
    throw new Error("no words");
  });
  expect([await ask(), sent()]).toEqual(["not", []]);
});

test("without a call it is refused, and the log holds no number", async () => {
  expect((await run(text, { CallSid: "x" })).status).toBe(400);
  house.wiring.texts.answer = async () => {
    throw new Error("timeout");
  };
  await ask();
  expect(logged()).not.toMatch(/0142/);
});
