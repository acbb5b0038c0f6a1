import { join } from "node:path";
import { chooseHousehold } from "../../simulator/choose-household";
import { type House, openHouse } from "../../simulator/house";
import { paintFor } from "../../simulator/paint";
import { printHouse } from "../../simulator/print-house";
import { runTerminalPhone } from "../../simulator/terminal-phone";
import { openWorkshop, type Workshop } from "../../simulator/workshop";

const POLICY = join(__dirname, "../../examples/office/gatehouse.private.json");
/** A Monday, ten in the morning in New York. */
const NOW = Date.UTC(2026, 0, 5, 15);

let workshop: Workshop;
let house: House;
beforeAll(async () => {
  workshop = openWorkshop();
  house = await openHouse({ workshop, ...chooseHousehold({ policy: POLICY }), now: NOW });
}, 30_000);
afterAll(async () => {
  await house.close();
  workshop.close();
});

/** Somebody at the terminal, who gives these answers to questions that hold a word, one after another. */
async function phone(wishes: readonly string[], answers: Readonly<Record<string, readonly string[]>> = {}) {
  const told: string[] = [];
  const plans = Object.entries(answers).map(([word, replies]) => ({ word, left: [...replies] }));
  const queue = [...wishes];
  const conversation = {
    tell: (text: string) => void told.push(text),
    async ask(question: string) {
      if (question.startsWith("Who calls")) return queue.shift() ?? "q";
      if (question.startsWith("Which line")) return "1";
      return plans.find(({ word }) => question.includes(word))?.left.shift() ?? "";
    },
  };
  await runTerminalPhone(house, conversation, paintFor({}, {}));
  return told.join("\n");
}

test("runTerminalPhone() lets an office's menu be chosen from, its telephone be picked up, and its keys be pressed", async () => {
  const answers = { "+12125550133": ["1"], "  keys": ["1", "2", "5"], "you are connected": ["w"] };
  const shown = await phone(["+12125550190"], answers);
  expect(shown).toContain("+12125550133 picks up");
  expect(shown).toMatch(/\+12125550133 hears "A call for finance, from 2 1 2, 5 5 5, 0 1 9 0\./);
  expect(shown).toContain("+12125550133 showing +12125550110: completed");
  expect(shown).toContain("How were you served?");
  expect(shown).toMatch(/end +connected/);
});

test("runTerminalPhone() turns a number of bad reputation away, and offers it", async () => {
  const shown = await phone(["+12125550188"]);
  expect(shown).toMatch(/\d {2}\+12125550188 {2}a stranger of bad reputation/);
  expect(shown).toContain("reject by the rule reputation: score 700");
});

test("runTerminalPhone() places the call-backs that are due", async () => {
  expect(await phone(["c"])).toContain("no call-back is due");
  const asked = await phone(["+12125550191 no-answer"], { "  keys": ["1", "1", "9"] });
  expect(asked).toContain("We will call you back");
  const shown = await phone(["c"], { "+12125550131": ["1"] });
  expect(shown).toContain('+12125550131 hears "This is a call-back for customer service');
  expect(shown).toContain("Call placed to +12125550131, showing +12125550110");
  expect(shown).toContain("+12125550191: completed");
});

test("runTerminalPhone() lets a number be spelled, and shows the text message", async () => {
  const shown = await phone(["+12125550159", "m"], { "  keys": ["1", "6", "3"] });
  expect(shown).toMatch(/\+12125550159 {2}a number that spells JOLLY, as key 6 of the menu tells/);
  expect(shown).toContain("Your number spells: 2 1 2, 5 5, jolly");
  const text = /Text message to \+12125550159 from \+12125550110:\n {4}Example Bicycles: .*212-55-J01LY/g;
  expect(shown.match(text)).toHaveLength(2);
});

test("printHouse() says how the owner closes the office by telephone", () => {
  expect(printHouse(house, paintFor({}, {}), true)).toMatch(
    /owner's PIN {4}\d{6}, for calls from \+12125550123 that press \* in the office's menu/,
  );
});
