import { hearChoice, hearLanguage } from "../../../../src/policy/office/hear-choice";
import { firstState } from "../../../../src/policy/office/menu-state";
import type { Locale, MenuTarget } from "../../../../src/policy/office/office";
import { hears, menuFacts } from "./menu-samples";
import { office } from "./samples";

const facts = menuFacts();
/** The key of the sample menu that an answer means, or why it means none. */
function meaning(answer: string, locale: Locale = "en", menu = "main"): string {
  const choice = hearChoice({ key: "", speech: answer }, { ...firstState(locale, menu) }, facts);
  if (choice.kind === "wrong") return choice.why;
  return choice.kind === "entry" ? keyOf(choice.to, menu) : choice.kind;
}
const keyOf = (to: MenuTarget, menu: string): string =>
  facts.office.menus[menu]?.entries.find((entry) => entry.to === to)?.key ?? "?";

describe("what is said means an entry", () => {
  test.each<[string, string, Locale?]>([
    ["Customer service.", "1"],
    ["customer service please", "1"],
    ["I'd like to talk to the customer service team", "1"],
    ["CUSTOMER   SERVICE!", "1"],
    ["customerservice", "1"],
    ["custumer servise", "1"],
    ["service", "1"],
    ["finance", "2"],
    ["Finance department", "2"],
    ["Uh, I need somebody in finance.", "2"],
    ["finanse", "2"],
    ["parts", "3"],
    ["opening hours", "4"],
    ["a message", "7"],
    ["a message for finance", "6"],
    ["Atención al cliente.", "1", "es"],
    ["quisiera hablar con atencion al cliente, por favor", "1", "es"],
    ["contabilidad", "2", "es"],
    ["finance", "2", "es"],
    ["Le service clients, s'il vous plaît", "1", "fr"],
    ["Je voudrais la comptabilité.", "2", "fr"],
    ["les pieces", "3", "fr"],
  ])("%s: %s", (answer, key, locale: Locale = "en") => {
    expect(meaning(answer, locale)).toBe(key);
  });
});

describe("a number means its key", () => {
  test.each<[string, string, Locale?]>([
    ["1", "1"],
    ["2.", "2"],
    ["One.", "1"],
    ["Two", "2"],
    ["to", "2"],
    ["four", "4"],
    ["for", "4"],
    ["Press three please", "3"],
    ["number two", "2"],
    ["option 5", "5"],
    ["uno", "1", "es"],
    ["la opción dos", "2", "es"],
    ["one", "1", "es"],
    ["Un.", "1", "fr"],
    ["deux", "2", "fr"],
    ["tapez le trois", "3", "fr"],
    ["neuf", "noChoice", "fr"],
  ])("%s: %s", (answer, key, locale: Locale = "en") => {
    expect(meaning(answer, locale)).toBe(key);
  });
  test("but not within a sentence", () => {
    expect(meaning("the two of us are late")).toBe("notUnderstood");
  });
});

describe("what callers wish anywhere", () => {
  test.each<[string, string, Locale?]>([
    ["operator", "operator"],
    ["I want to speak to a human", "operator"],
    ["go back", "back"],
    ["say it again please", "repeat"],
    ["again", "repeat"],
    ["Please repeat that.", "repeat"],
    ["star", "back"],
    ["pound", "repeat"],
    ["operadora", "operator", "es"],
    ["otra vez", "repeat", "es"],
    ["quelqu'un", "operator", "fr"],
    ["retour", "back", "fr"],
  ])("%s: %s", (answer, kind, locale: Locale = "en") => {
    expect(meaning(answer, locale)).toBe(kind);
  });
});

describe("what fits no entry, or several, is no choice", () => {
  test.each<[string, string]>([
    ["please", "notUnderstood"],
    ["I want", "notUnderstood"],
    ["…", "notUnderstood"],
    ["the weather tomorrow", "notUnderstood"],
    ["finance and parts", "unclear"],
    ["customer service or finance", "unclear"],
    ["parts or customer servise", "unclear"],
    ["eight", "noChoice"],
    [`${"x".repeat(5000)} finance`, "notUnderstood"],
  ])("%s", (answer, why) => {
    expect(meaning(answer)).toBe(why);
  });
  test("entries that differ by a slip each are asked for again", () => {
    const menu = {
      greeting: {},
      entries: [
        { key: "1", name: { en: "Marten" }, to: { kind: "voicemail" } },
        { key: "2", name: { en: "Martin" }, to: { kind: "voicemail" } },
      ],
    } as const;
    const twins = menuFacts({ office: { menus: { main: menu } } });
    const say = (speech: string) => hearChoice({ key: "", speech }, firstState("en", "main"), twins);
    expect(say("martan")).toEqual({ kind: "wrong", why: "unclear" });
    expect(say("martin")).toEqual({ kind: "entry", to: menu.entries[1].to });
  });
});

test("a word of several names is asked for again, however long they are", () => {
  const entries = [
    { key: "1", name: { en: "Customer service" }, to: { kind: "voicemail" } },
    { key: "2", name: { en: "Spare parts service" }, to: { kind: "voicemail" } },
  ] as const;
  const services = menuFacts({ office: { menus: { main: { greeting: {}, entries } } } });
  const say = (speech: string) => hearChoice({ key: "", speech }, firstState("en", "main"), services);
  expect(say("service")).toEqual({ kind: "wrong", why: "unclear" });
  expect(say("spare parts")).toEqual({ kind: "entry", to: entries[1].to });
});

describe("an entry's key is the entry's", () => {
  const entries = [
    { key: "0", name: { en: "Directions" }, to: { kind: "say", say: { en: "Left." } } },
    { key: "*", name: { en: "Stars" }, to: { kind: "voicemail" } },
  ] as const;
  const own = menuFacts({ office: { menus: { main: { greeting: {}, entries } } }, mayBeOwner: true });
  test.each([
    ["0", "entry"],
    ["*", "entry"],
    ["star", "entry"],
    ["zero", "entry"],
    ["operator", "wrong"],
  ])("%s is its %s", (answer, kind) => {
    expect(hearChoice(hears(answer), firstState("en", "main"), own)).toMatchObject({ kind });
  });
});

test.each([
  ["1", "en"],
  ["2", "es"],
  ["3", "fr"],
  ["English, please", "en"],
  ["espanol", "es"],
  ["Spanish", "es"],
  ["français", "fr"],
  ["frances", "fr"],
  ["two", "es"],
  ["trois", "fr"],
])("the language %s is %s", (answer, locale) => {
  expect(hearLanguage(hears(answer), office())).toEqual({ kind: "language", locale });
});
test.each([
  ["4", "noChoice"],
  ["*", "noChoice"],
  ["German", "notUnderstood"],
])("the language %s is none: %s", (answer, why) => {
  expect(hearLanguage(hears(answer), office())).toEqual({ kind: "wrong", why });
});
