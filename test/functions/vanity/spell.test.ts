import type { Policy } from "../../../src/policy/line";
import { DEFAULT_VANITY } from "../../../src/policy/vanity/vanity";
import type { Handler } from "../../../src/runtime/answer-request";
import { SPELLINGS_KEPT } from "../../../src/store/vanity";
import { office } from "../../src/policy/office/samples";
import { FRIEND, LINE, NOON } from "../../src/policy/samples";
import { FIVE, NUMBER, spelling } from "../../src/policy/vanity/vanity-samples";
import { run } from "../../src/runtime/fake-runtime";
import type { Trouble } from "../../src/store/fake-sync";
import { SID, VanityHouse } from "./vanity-house";

const mockWire = jest.fn();
jest.mock("../../../src/runtime/wiring", () => ({ wire: () => mockWire(), wireCall: () => mockWire() }));
/** The engine, which has tests of its own: how often it spells counts here. */
const mockSpell = jest.fn();
const mockOpen = jest.fn();
jest.mock("../../../src/runtime/vanity/word-files", () => ({ openWordFiles: () => mockOpen() }));

let spell: Handler;
let house: VanityHouse;
beforeAll(async () => {
  ({ handler: spell } = await import("../../../functions/vanity/spell.protected"));
  jest.spyOn(console, "log").mockImplementation(() => undefined);
  jest.spyOn(console, "error").mockImplementation(() => undefined);
});
beforeEach(() => {
  mockSpell.mockReset().mockImplementation(() => FIVE);
  mockOpen.mockReset().mockImplementation(() => ({ lexicon: { fingerprint: "abc" }, spell: mockSpell }));
  open();
});

function open(policy: Partial<Policy> = {}, before?: (request: string) => Promise<Trouble> | Trouble): void {
  house = new VanityHouse(policy, before);
  mockWire.mockImplementation(() => house.wiring);
}

const KEYS = "greeting,language,next,say,state";
/** At the beginning the flow has nothing to send but the call. */
const FIRST = { State: "", Number: "", Key: "", Texted: "", Language: "" };
async function ask(parameters: Record<string, string> = {}) {
  const reply = await house.ask(spell, { ...FIRST, ...parameters });
  expect(Object.keys(reply).sort().join()).toBe(KEYS);
  return reply;
}
/** A call whose flow hands the state on. */
async function call(answers: readonly Record<string, string>[], parameters: Record<string, string> = {}) {
  let reply = await ask(parameters);
  for (const answer of answers) reply = await ask({ ...parameters, ...answer, State: reply.state ?? "" });
  return reply;
}

const TOLD =
  /^Your number spells: ohm, .*\bor: oho, .*\bor: mho, .* To get all of them as a text message, press 3\.$/is;
const kept = () => house.sync.data("vanity", NUMBER) ?? {};

describe("who calls from a number", () => {
  test("is told what it spells, with pauses, in words that Studio can speak", async () => {
    expect(await ask()).toMatchObject({
      ...{ next: "tell", language: "en-US", say: expect.stringMatching(TOLD) },
      greeting: "Please leave a message after the tone.",
    });
    expect(mockSpell.mock.calls).toEqual([["6465550142", { spellable: 7, ownWords: [], groups: [3, 3, 4] }]]);
  });
  test("has a row that says so, and is among the recent look-ups", async () => {
    await call([{ Key: "1" }, { Key: "9" }]);
    const at = new Date(NOON).toISOString();
    expect(house.sync.data("calls", SID)).toEqual({ from: NUMBER, to: LINE, at, disposition: "message" });
    expect(house.sync.data("vanity", "lookups")).toMatchObject({
      count: 0,
      recent: [{ number: NUMBER, at, by: "phone" }],
    });
  });
  test("has a row also when writing it takes a moment", async () => {
    open({}, (request) =>
      request.endsWith("calls")
        ? new Promise<Trouble>((resolve) => setTimeout(() => resolve(undefined), 5))
        : undefined,
    );
    await ask();
    expect(house.sync.data("calls", SID)).toMatchObject({ disposition: "message" });
  });
  test("hears it again, may enter another, and hears a goodbye", async () => {
    expect(await call([{ Key: "1" }])).toMatchObject({ next: "tell", say: expect.stringMatching(TOLD) });
    expect(await call([{ Key: "2" }])).toMatchObject({
      next: "ask",
      say: expect.stringMatching(/^Please enter the number/),
    });
    const other = await call([{ Key: "2" }, { Number: "12125550150" }]);
    expect(other).toMatchObject({
      next: "tell",
      say: expect.stringMatching(/^2 1 2, 5 5 5, 0 1 5 0 spells: /),
    });
    expect(mockSpell).toHaveBeenLastCalledWith("2125550150", expect.anything());
    expect(await call([{}, {}, {}])).toMatchObject({ next: "end", say: "Goodbye." });
    expect(await call([{ Key: "3" }])).toMatchObject({ next: "text", say: "One moment, please." });
  });
  test("may enter seven digits, which are spelled as they are and kept nowhere", async () => {
    expect(await call([{ Key: "2" }, { Number: "5550150" }])).toMatchObject({ next: "tell" });
    expect(mockSpell).toHaveBeenLastCalledWith("5550150", { spellable: 7, ownWords: [] });
    expect(house.sync.keys("vanity").sort()).toEqual([NUMBER, "lookups"]);
  });
  test("of another country has its own digits spelled, in the groups of that country", async () => {
    // https://www.ofcom.org.uk: drama numbers 020 7946 0xxx; written as +44 20 7946 0958
    await call([{ Key: "2" }, { Number: ["01144", "2079460958"].join("") }]);
    expect(mockSpell).toHaveBeenLastCalledWith("2079460958", {
      spellable: 7,
      ownWords: [],
      groups: [2, 4, 4],
    });
  });
});

describe("the five are kept in Sync", () => {
  test("for 90 days, and served from there: nothing is spelled the next time", async () => {
    const first = await ask();
    expect(kept()).toEqual({
      results: FIVE,
      at: new Date(NOON).toISOString(),
      by: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
    expect(FIVE).toHaveLength(SPELLINGS_KEPT);
    expect(house.sync.ttls.get(`vanity/${NUMBER}`)).toBe(90 * 24 * 60 * 60);
    expect(await ask()).toEqual(first);
    expect(mockSpell).toHaveBeenCalledTimes(1);
  });
  test.each<[string, () => void]>([
    ["the words", () => mockOpen.mockReturnValue({ lexicon: { fingerprint: "def" }, spell: mockSpell })],
    [
      "the owner's words",
      () => {
        const words = [{ word: "acme", definition: "a shop" }];
        house.wiring.policyNow = { ...house.wiring.policyNow, vanity: { ...DEFAULT_VANITY, words } };
      },
    ],
    [
      "how much may be spelled",
      () => {
        house.wiring.policyNow = { ...house.wiring.policyNow, vanity: { ...DEFAULT_VANITY, spellable: 10 } };
      },
    ],
  ])("and spelled anew when %s have changed", async (_name, change) => {
    await ask();
    const { by } = kept();
    change();
    await ask();
    expect(mockSpell).toHaveBeenCalledTimes(2);
    expect(kept().by).not.toBe(by);
  });
  test.each<[string, (results: readonly object[]) => object]>([
    ["no results", () => ({ results: undefined })],
    ["four results", (results) => ({ results: results.slice(1) })],
    ["one twice", (results) => ({ results: [...results.slice(1), results[1]] })],
    [
      "another number's",
      ([, ...rest]) => ({ results: [spelling("OHM-555-0143", [["OHM", "too much"]]), ...rest] }),
    ],
    [
      "a word that is not in it",
      ([, ...rest]) => ({ results: [spelling("OHM-555-0142", [["OHO", "oh"]]), ...rest] }),
    ],
    [
      "a word spoken as another",
      ([, ...rest]) => ({ results: [spelling("OHM-555-0142", [["OHM", "much", "oho"]]), ...rest] }),
    ],
    [
      "a word spoken longer than it is",
      ([, ...rest]) => ({ results: [spelling("OHM-555-0142", [["OHM", "much", "ohms"]]), ...rest] }),
    ],
    ["markup", ([, ...rest]) => ({ results: [spelling("<OHM>-555-0142"), ...rest] })],
    ["a text", ([, ...rest]) => ({ results: ["OHM-555-0142", ...rest] })],
    ["too few digits", ([, ...rest]) => ({ results: [spelling("55-01-42"), ...rest] })],
    ["nothing", () => ({ results: [null, null, null, null, null] })],
  ])("an item that a hand edit left with %s is spelled anew, and put right", async (_name, edit) => {
    const first = await ask();
    const data = kept();
    house.sync.put("vanity", NUMBER, { ...data, ...edit(FIVE) });
    expect(await ask()).toEqual(first);
    expect(kept()).toEqual(data);
    await ask();
    expect(house.wiring.logged.filter((line) => line.includes("spellings-malformed"))).toHaveLength(1);
  });
});

describe("whatever is wrong with Sync, the caller hears the same", () => {
  const answered = async () => (await ask()).say;
  /** Less than the four seconds in which it must answer. What Sync does then is of no matter. */
  async function answeredInTime(before: (request: string) => Promise<Trouble> | Trouble): Promise<unknown> {
    let isOver = false;
    open({}, (request) => (isOver ? undefined : before(request)));
    jest.useFakeTimers({ doNotFake: ["performance"] });
    let say: unknown;
    const asking = answered().then((said) => {
      say = said;
    });
    await jest.advanceTimersByTimeAsync(3500);
    jest.useRealTimers();
    isOver = true;
    const saidInTime = say;
    await asking;
    return saidInTime;
  }
  test.each<[string, Trouble, RegExp]>([
    ["unavailable", "unavailable", /./],
    ["overrun", "throttled", /./],
    ["to be read only", "unavailable", /^P/],
    ["overrun by others' writes", "conflict", /^P/],
  ])("%s", async (_name, trouble, requests) => {
    const say = await answered();
    expect(await answeredInTime((request) => (requests.test(request) ? trouble : undefined))).toBe(say);
  });
  test.each<[string, RegExp]>([
    ["slow", /./],
    ["slow to write", /^P/],
  ])("%s", async (_name, requests) => {
    const say = await answered();
    let release = () => {};
    const held = new Promise<undefined>((resolve) => {
      release = () => resolve(undefined);
    });
    expect(await answeredInTime((request) => (requests.test(request) ? held : undefined))).toBe(say);
    release();
  });
  test("not set up", async () => {
    const say = await answered();
    house.wiring.gateway = () => {
      throw new Error("SYNC_SERVICE_SID is not set");
    };
    expect(await answered()).toBe(say);
  });
});

describe("without words", () => {
  beforeEach(() =>
    mockOpen.mockImplementation(() => {
      throw new Error("the Build lacks them");
    }),
  );
  test("the caller is told so, kindly", async () => {
    expect(await ask()).toMatchObject({
      next: "end",
      say: "Sorry, numbers cannot be spelled right now. Please call again later. Goodbye.",
    });
    expect(house.wiring.logged.join()).toContain("words-missing");
  });
  test("what is kept is told, whatever words it came from", async () => {
    house.sync.put("vanity", NUMBER, { results: FIVE, by: "others", at: "2026-01-01T00:00:00Z" });
    expect(await ask()).toMatchObject({ next: "tell", say: expect.stringMatching(TOLD) });
  });
  test("nor Assets", async () => {
    house.wiring.assetPath = () => undefined;
    expect(await ask()).toMatchObject({ next: "end" });
  });
});

// Caller IDs as Twilio hands them on: https://www.twilio.com/docs/voice/twiml#request-parameters
test.each<[string, string, RegExp]>([
  ["withheld", "anonymous", /^Your number is not shown to us/],
  ["withheld, spelled on a keypad", ["+", "266696687"].join(""), /^Your number is not shown to us/],
  ["missing", "", /^Your number is not shown to us/],
  ["a SIP address", "sip:100@pbx.example.com", /^The number that you are calling from cannot be spelled/],
  ["a short code", "12345", /cannot be spelled/],
  ["an extension", "100", /cannot be spelled/],
  ["impossible", ["+1", "0005550100"].join(""), /cannot be spelled/],
  ["a name", "client:bo", /cannot be spelled/],
])("a caller ID that is %s is met kindly, asked for a number, and never kept", async (_name, From, say) => {
  expect(await ask({ From })).toMatchObject({ next: "ask", say: expect.stringMatching(say) });
  expect(house.sync.keys("vanity")).toEqual([]);
  const told = await call([{ Number: NUMBER.slice(2) }], { From });
  expect(told).toMatchObject({ next: "tell", say: expect.stringMatching(/^6 4 6, 5 5 5, 0 1 4 2 spells: /) });
  expect(told.say).not.toContain("text message");
  expect(house.sync.keys("vanity").sort()).toEqual([NUMBER, "lookups"]);
});

describe("the language", () => {
  const both = { office: office({ languages: ["fr", "es"] }) };
  test("is the one chosen in the office's menu, for the whole call", async () => {
    open(both);
    expect(await ask({ Language: "es-MX" })).toMatchObject({
      ...{
        language: "es-MX",
        say: expect.stringMatching(/^En inglés, .*<lang xml:lang="en-US">ohm,<\/lang>/),
      },
      greeting: "Por favor, deje un mensaje después de la señal.",
    });
    expect(await call([{ Key: "9" }], { Language: "es-MX" })).toMatchObject({
      say: expect.stringMatching(/^Lo siento/),
    });
  });
  test("else the office's first", async () => {
    open(both);
    for (const Language of ["", "de-DE", "en-US"])
      expect(await ask({ Language })).toMatchObject({ language: "fr-FR" });
  });
});

test("texts are not offered by a policy without them", async () => {
  open({ vanity: { ...DEFAULT_VANITY, texts: { offered: false, perHour: 20 } } });
  expect((await ask()).say).not.toContain("text message");
  expect(await call([{ Key: "3" }])).toMatchObject({
    next: "tell",
    say: expect.stringMatching(/^Sorry, that is not one/),
  });
});

test("a state that is odd begins again", async () => {
  const first = await ask();
  for (const State of ["null", "[]", '{"asked":"key"}', "x".repeat(10_000), `${first.state}}`])
    expect(await ask({ State, Key: "2" })).toEqual(first);
});

test("a number that is no line of ours is answered, too", async () => {
  expect(await ask({ To: FRIEND })).toMatchObject({
    next: "tell",
    greeting: "Please leave a message after the tone.",
  });
});

test("without a call it is refused", async () => {
  expect((await run(spell, { CallSid: "x", From: NUMBER, To: LINE })).status).toBe(400);
});

test("the log holds no number", async () => {
  open({}, () => "unavailable");
  await call([{ Key: "2" }, { Number: "2125550150" }]);
  expect(house.wiring.logged.join("\n")).not.toMatch(/5550142|5550150|0142/);
});
