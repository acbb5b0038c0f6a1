import type { House } from "../../simulator/house";
import { openHouse } from "../../simulator/house";
import { lineTitle } from "../../simulator/line-title";
import { paintFor } from "../../simulator/paint";
import { SAMPLE_SYNC } from "../../simulator/sample-household";
import { chooseCall } from "../../simulator/terminal-choice";
import { runTerminalPhone } from "../../simulator/terminal-phone";
import { openWorkshop, type Workshop } from "../../simulator/workshop";

let workshop: Workshop;
let house: House;

beforeAll(async () => {
  workshop = openWorkshop();
  // An afternoon in New York, when no child sleeps.
  const now = Date.UTC(2026, 0, 5, 20);
  house = await openHouse({ workshop, sync: SAMPLE_SYNC, now });
}, 30_000);
afterAll(async () => {
  await house.close();
  workshop.close();
});

afterEach(() => house.mailbox.clear());

/** Somebody at the terminal: picks what the menu offers by its words, and answers questions as a person would. */
async function phone(wishes: readonly string[], answers: Readonly<Record<string, readonly string[]>> = {}) {
  const told: string[] = [];
  const plans = new Map(Object.entries(answers).map(([question, replies]) => [question, [...replies]]));
  const queue = [...wishes];
  await runTerminalPhone(
    house,
    {
      tell: (text) => void told.push(text),
      async ask(question) {
        if (question.startsWith("Who calls")) return pick(queue.shift(), told);
        if (question.startsWith("Which line")) return answers.line?.[0] ?? "1";
        const [, plan] = [...plans].find(([word]) => question.includes(word)) ?? [];
        const reply = plan?.shift() ?? "";
        return reply === "the digits"
          ? (/(\d) (\d) (\d)/.exec(told.join("\n"))?.slice(1).join("") ?? "")
          : reply;
      },
    },
    paintFor({}, {}),
  );
  return told.join("\n");
}

function pick(wish: string | undefined, told: readonly string[]): string {
  const entry = told.findLast(
    (line) => wish !== undefined && wish.length > 1 && /^ {2}\d {2}/.test(line) && line.includes(wish),
  );
  return entry?.trim().charAt(0) ?? wish ?? "q";
}

test("runTerminalPhone() connects a contact", async () => {
  const shown = await phone(["in the contacts"]);
  expect(shown).toContain("(ringing)");
  expect(shown).toContain("connect by the rule contacts");
  expect(shown).toContain("connected");
});

test.each(["busy", "no-answer", "failed"])(
  "runTerminalPhone() rings a phone that is %s when told so",
  async (how) => {
    const shown = await phone([`+12125550140 ${how}`], { "words to speak, Enter": ["Call me back"] });
    expect(shown).toContain("Call from +12125550140 to Home");
    expect(shown).toContain(`+12125550123 showing +12125550140: ${how}`);
    expect(shown).toContain("Mail to ann@example.com");
  },
);

test("runTerminalPhone() lets every other kind of caller be tried", async () => {
  expect(await phone(["on the forward list"])).toContain("connect by the rule forwardlist");
  expect(await phone(["on the block list"])).toContain("not in service");
  expect(await phone(["withholds"])).toContain("unanswered-challenge");
  expect(await phone(["+12125550177"], { keys: ["h"] })).toContain("Call from +12125550177 to Home");
});

test.each(["0", "x"])(
  "runTerminalPhone() calls nobody for the choice %s, which the menu does not have",
  async (choice) => {
    const shown = await phone([choice]);
    expect(shown).toContain(`there is no choice ${choice}`);
    expect(shown).not.toContain("Call from");
  },
);

test("runTerminalPhone() takes a stranger's message and shows the mail and the lists", async () => {
  const answers = { keys: ["the digits"], "words to speak, Enter": ["Hello from the plumber"] };
  const shown = await phone(["a stranger", "m", "l"], answers);
  expect(shown).toContain("the rule challenge");
  expect(shown.match(/Mail to ann@example\.com/g)).toHaveLength(2);
  expect(shown).toContain("Hello from the plumber");
  expect(shown).toContain("graylist  +1212555019");
});

test("runTerminalPhone() dials from the home's phone, also 911", async () => {
  const shown = await phone(["h", "h"], { "children dial": ["911", "2125550146 busy"] });
  expect(shown).toContain("Call from home to 911");
  expect(shown).toContain("911 showing +12125550102: completed");
  expect(shown).toContain("+12125550146 showing +12125550102: busy");
  expect(shown).toContain("An emergency call was made from the home phone");
});

test("runTerminalPhone() lets the owner be asked about a number by a key", async () => {
  const shown = await phone(["h"], { "children dial": ["2125550177 1"] });
  expect(shown).toContain("+12125550123 showing +12125550102: completed");
  expect(shown).toContain("connected");
});

test("runTerminalPhone() dials nothing for who thinks better of it", async () => {
  expect(await phone(["h"], { "children dial": [""] })).not.toContain("Call from");
});

test.each([
  ["", "completed", "connected"],
  ["b", "busy", "voicemail"],
  ["n", "no-answer", "voicemail"],
])("runTerminalPhone() lets the children's phone be answered: %j", async (answer, status, end) => {
  const shown = await phone(["a"], { "Enter to answer": [answer] });
  expect(shown).toContain("The children's phone rings and shows +12125550146");
  expect(shown).toMatch(new RegExp(`rang .*showing \\+12125550146: ${status}`));
  expect(shown).toContain(`end      ${end}`);
});

test("runTerminalPhone() calls nobody when the line is answered with q", async () => {
  const shown = await phone(["a stranger"], { line: ["q"] });
  expect(shown).not.toContain("path");
});

test("runTerminalPhone() rings the children's phone while it is switched off", async () => {
  const answers = { line: ["3"], "words to speak, Enter": ["Hello"] };
  const shown = await phone(["+12125550146 unregistered"], answers);
  expect(shown).toMatch(/rang .*showing \+12125550146: failed/);
});

test("chooseCall() says why nobody calls the children while their list is empty", async () => {
  const told: string[] = [];
  const conversation = { tell: (text: string) => void told.push(text), ask: async () => undefined };
  expect(await chooseCall("a", { house, callers: [], conversation })).toBeUndefined();
  expect(told).toEqual([expect.stringContaining("nobody is on the children's list yet")]);
});

test("lineTitle() does not say the number of a nameless line twice", () => {
  const number = house.lines[0]?.number ?? fail();
  expect(lineTitle({ name: number, number })).toBe("+12125550100");
  expect(lineTitle({ name: "Home", number })).toBe("Home +12125550100");
});

function fail(): never {
  throw new Error("there is no line");
}
