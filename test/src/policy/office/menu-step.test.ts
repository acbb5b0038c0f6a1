import { type MenuState, MOST_TURNS } from "../../../../src/policy/office/menu-state";
import { menuStep } from "../../../../src/policy/office/menu-step";
import type { Menu } from "../../../../src/policy/office/office";
import { callThrough, hears, inMenu, LINE_GREETING, menuFacts, type Situation } from "./menu-samples";
import { EVENING, FINANCE_GREETING } from "./samples";

const oneLanguage: Situation = { office: { languages: ["en"] } };
/** Nobody can be called back who shows no number. */
const withheld: Situation = { caller: { kind: "withheld" } };
const MENU =
  "For Customer service, press 1. For Finance, press 2. For Parts, press 3. For Our opening hours, press 4. " +
  "For The way here, press 5. For A message for finance, press 6. For A message, press 7.";
const OPERATOR = "To speak with somebody, press 0.";
const OR_SAY = "You can also say what you would like.";
const NO_CHOICE = "Sorry, that is not one of the choices.";
const ASK_LANGUAGE = "For English, press 1. Para español, marque 2. Pour le français, tapez 3.";

/** What the last of the answers leads to. */
const reaches = (answers: readonly string[], situation: Situation = oneLanguage) =>
  callThrough(answers, menuFacts(situation)).last;
const said = (answers: readonly string[], situation: Situation = oneLanguage) => {
  const step = reaches(answers, situation);
  return "say" in step ? step.say : step;
};

describe("a call begins", () => {
  test("with the question for the language, in each of them", () => {
    expect(said([], {})).toBe(ASK_LANGUAGE);
  });
  test("with the greeting and the menu where there is one language", () => {
    expect(said([])).toBe(`Welcome to Example Limited. ${MENU} ${OPERATOR} ${OR_SAY}`);
  });
  test("by the country of the number, where the policy has it so", () => {
    const byCountry = { office: { languageBy: "country" } } as const;
    expect(said([], byCountry)).toMatch(/^Welcome to Example Limited\. For Customer service, press 1\./);
  });
  test("with the closed greeting when every department is closed", () => {
    const { service, finance } = menuFacts().office.departments;
    if (service === undefined || finance === undefined) throw new Error("no sample");
    const office = { languages: ["en"], departments: { service, finance } } as const;
    expect(said([], { office, now: EVENING })).toBe(`Example Limited is closed. ${MENU} ${OR_SAY}`);
    expect(said([], { office })).toMatch(/^Welcome/);
  });
  test("with words of ours where the policy has none", () => {
    const office = {
      languages: ["es"],
      greeting: {},
      menus: { main: { greeting: {}, entries: [] } },
    } as const;
    expect(said([], { office })).toBe(
      "Hola, gracias por llamar. Para hablar con una persona, marque 0. También puede decir lo que desea.",
    );
  });
});

describe("the language", () => {
  test.each([
    ["1", "For Customer service, press 1."],
    ["2", "Para Atención al cliente, marque 1."],
    ["3", "Pour Le service clients, tapez 1."],
    ["Spanish", "Para Atención al cliente, marque 1."],
    ["", "For Customer service, press 1."],
  ])("after %j", (answer, entry) => {
    expect(said([answer], {})).toContain(entry);
  });
  test("a wrong key is asked again, as often as the policy has it; then it is the first one", () => {
    expect(said(["9"], {})).toBe(`${NO_CHOICE} ${ASK_LANGUAGE}`);
    expect(said(["9", "9"], {})).toBe(`${NO_CHOICE} ${ASK_LANGUAGE}`);
    expect(said(["9", "9", "9"], {})).toContain("For Customer service, press 1.");
  });
  test("stays the caller's; a text that lacks is said in the first one", () => {
    expect(said(["2", "5"], {})).toContain("Para The way here, marque 5.");
    expect(said(["2", "4"], {})).toMatch(/^Abrimos de día\. Para Atención al cliente, marque 1\./);
    expect(said(["3", "4"], {})).toMatch(/^We are open in the daytime\. Pour Le service clients, tapez 1\./);
  });
});

describe("a choice", () => {
  test("of a department that is open rings it", () => {
    expect(reaches(["2"])).toEqual({ do: "connect", department: "finance" });
    expect(reaches(["finance please"])).toEqual({ do: "connect", department: "finance" });
  });
  test("of one that is closed leads to its mailbox, and says so", () => {
    expect(reaches(["2"], { ...oneLanguage, ...withheld, now: EVENING })).toEqual({
      ...{ do: "voicemail", department: "finance", isExhausted: false },
      greeting: `Finance is closed right now. ${FINANCE_GREETING.en}`,
    });
    expect(reaches(["2", "1"], { ...withheld, now: EVENING })).toMatchObject({
      greeting:
        "Para Atención al cliente, en este momento estamos cerrados. Por favor, deje un mensaje para Atención al cliente después de la señal.",
    });
  });
  test("of one that is closed and calls back leads to it: nothing rings, and the caller is offered that", () => {
    expect(reaches(["2"], { ...oneLanguage, now: EVENING })).toEqual({
      do: "connect",
      department: "finance",
    });
    expect(reaches(["2"], { ...oneLanguage, now: EVENING, canConnect: false })).toMatchObject({
      do: "voicemail",
    });
  });
  test("goes by the owner's switch before the hours", () => {
    const night = { mode: "auto", departments: { finance: "night" } } as const;
    expect(reaches(["2"], { ...oneLanguage, ...withheld, switch: night })).toMatchObject({
      do: "voicemail",
    });
    const day = { mode: "day", departments: {} } as const;
    expect(reaches(["2"], { ...oneLanguage, ...withheld, switch: day, now: EVENING })).toMatchObject({
      do: "connect",
    });
  });
  test("of one that cannot be rung leads to its mailbox", () => {
    expect(reaches(["1"], { ...oneLanguage, canConnect: false })).toEqual({
      ...{ do: "voicemail", department: "service", isExhausted: false },
      greeting:
        "Sorry, your call cannot be put through right now. Please leave a message for Customer service after the tone.",
    });
  });
  test("of a mailbox: a department's, or the line's", () => {
    expect(reaches(["6"])).toEqual({
      ...{ do: "voicemail", department: "finance", isExhausted: false, greeting: FINANCE_GREETING.en },
    });
    expect(reaches(["7"])).toEqual({ do: "voicemail", isExhausted: false, greeting: LINE_GREETING });
    expect(reaches(["2", "7"], {})).toMatchObject({
      greeting: "Por favor, deje un mensaje después de la señal.",
    });
  });
  test("of a message says it, and the menu again", () => {
    expect(said(["4"])).toBe(`We are open in the daytime. ${MENU} ${OPERATOR} ${OR_SAY}`);
  });
  test("of a recording plays it, and says the menu again", () => {
    expect(reaches(["5"])).toMatchObject({
      do: "play",
      play: "/way.mp3",
      say: `${MENU} ${OPERATOR} ${OR_SAY}`,
    });
  });
});

test("a choice may lead to what a number spells", () => {
  const entries = [{ key: "1", name: { en: "Our number in words" }, to: { kind: "vanity" } }] as const;
  const office = { languages: ["en"], menus: { main: { greeting: {}, entries } } } as const;
  expect(said([], { office })).toContain("For Our number in words, press 1.");
  expect(reaches(["1"], { office })).toEqual({ do: "vanity" });
});

describe("menus in menus", () => {
  const PARTS = "You have reached parts. For Bicycles, press 1. For Tyres, press 2. For Finance, press 3.";
  const BACK = "To go back, press star.";
  test("a choice leads down, star leads back, a step at a time", () => {
    expect(said(["3"])).toBe(`${PARTS} ${OPERATOR} ${BACK} ${OR_SAY}`);
    expect(said(["3", "2"])).toBe(`For Winter tyres, press 1. ${OPERATOR} ${BACK} ${OR_SAY}`);
    expect(said(["3", "2", "*"])).toContain(PARTS);
    expect(said(["3", "2", "go back"])).toContain(PARTS);
    expect(said(["3", "2", "*", "*"])).toContain(MENU);
    expect(said(["3", "*", "*"])).toContain(MENU);
    expect(reaches(["3", "2", "1"])).toMatchObject({ do: "voicemail", department: "bicycles" });
    expect(reaches(["3", "bicycles"])).toEqual({ do: "connect", department: "bicycles" });
  });
  test("one that leads to a menu above goes back there", () => {
    const round: Menu = {
      greeting: {},
      entries: [{ key: "1", name: { en: "Start" }, to: { kind: "menu", menu: "main" } }],
    };
    const { main } = menuFacts().office.menus;
    if (main === undefined) throw new Error("no sample");
    const facts = menuFacts({ office: { languages: ["en"], menus: { main, parts: round } } });
    const { state } = callThrough(["3", "1", "3", "1", "3"], facts);
    expect(state.path).toEqual(["main", "parts"]);
  });
});

describe("0 is the operator", () => {
  test.each([
    ["at the top", ["0"]],
    ["in a menu", ["3", "0"]],
    ["said", ["operator"]],
  ])("%s", (_name, answers) => {
    expect(reaches(answers)).toEqual({ do: "connect", department: "service" });
  });
  test("who is closed: not offered, but a message can be left", () => {
    expect(said([], { ...oneLanguage, now: EVENING })).not.toContain(OPERATOR);
    expect(reaches(["0"], { ...oneLanguage, ...withheld, now: EVENING })).toMatchObject({
      do: "voicemail",
      department: "service",
    });
  });
  test("whom nobody is: the line's mailbox", () => {
    const office = { languages: ["en"], operator: undefined } as const;
    expect(said([], { office })).not.toContain(OPERATOR);
    expect(reaches(["0"], { office })).toEqual({
      do: "voicemail",
      isExhausted: false,
      greeting: LINE_GREETING,
    });
  });
});

describe("whoever chooses nothing that makes sense", () => {
  test("hears the menu again, and why", () => {
    expect(said([""])).toBe(`${MENU} ${OPERATOR}`);
    expect(said(["9"])).toBe(`${NO_CHOICE} ${MENU} ${OPERATOR}`);
    expect(said(["good weather"])).toBe(`Sorry, I did not understand you. ${MENU} ${OPERATOR}`);
    expect(said(["parts and finance"])).toMatch(/^Sorry, that fits more than one of the choices\. /);
  });
  test("hears it as often as the policy has it, then gets the operator", () => {
    expect(reaches(["", "9"])).toMatchObject({ do: "ask" });
    expect(reaches(["", "9", "weather"])).toEqual({ do: "connect", department: "service" });
    const once = { office: { languages: ["en"], tries: 1 } } as const;
    expect(reaches([""], once)).toEqual({ do: "connect", department: "service" });
  });
  test.each<[string, Situation]>([
    ["who is closed", { ...oneLanguage, now: EVENING }],
    ["whom nobody is", { office: { languages: ["en"], operator: undefined } }],
    ["who cannot be rung", { ...oneLanguage, canConnect: false }],
  ])("or, instead of an operator %s, may leave a message", (_name, situation) => {
    expect(reaches(["", "", ""], situation)).toEqual({
      ...{ do: "voicemail", isExhausted: true },
      greeting: `Sorry, we could not make out your choice. ${LINE_GREETING}`,
    });
  });
  test("is counted for each menu, and the counts stay", () => {
    expect(reaches(["", "", "3", "", ""])).toMatchObject({ do: "ask" });
    expect(reaches(["", "", "3", "", "", ""])).toMatchObject({ do: "connect" });
    expect(reaches(["", "", "3", "*", ""])).toMatchObject({ do: "connect" });
  });
  test("but a message, pound and star are choices", () => {
    expect(reaches(["4", "4", "#", "*", "#", "5", "4"])).toMatchObject({ do: "ask" });
  });
});

describe("star at the top", () => {
  const owner = { ...oneLanguage, mayBeOwner: true };
  test("asks who may be the owner for the PIN, and nobody else", () => {
    expect(reaches(["*"], owner)).toEqual({ do: "owner", say: "Enter your PIN and press pound." });
    expect(reaches(["*"])).toMatchObject({ do: "ask" });
    expect(reaches(["3", "*"], owner)).toMatchObject({ do: "ask" });
  });
  test("whoever comes back without it is in the menu, and has missed nothing", () => {
    const once = { ...owner, office: { languages: ["en"], tries: 1 } } as const;
    expect(reaches(["*", ""], once)).toMatchObject({ do: "ask" });
  });
});

test("nobody is asked more often than a flow could stand: then the operator, or a message", () => {
  const round = (length: number) => Array.from({ length }, (_, index) => (index % 2 ? "*" : "3"));
  expect(reaches(round(MOST_TURNS - 1))).toMatchObject({ do: "ask" });
  expect(reaches(round(MOST_TURNS))).toEqual({ do: "connect", department: "service" });
  expect(reaches(round(MOST_TURNS), { ...oneLanguage, now: EVENING })).toMatchObject({
    do: "voicemail",
    isExhausted: true,
  });
});

test.each<[string, Situation, string[]]>([
  ["the line's menu", { line: { menu: "no", voicemail: { greeting: LINE_GREETING } } }, []],
  [
    "an entry's",
    {
      office: {
        languages: ["en"],
        menus: {
          main: { greeting: {}, entries: [{ key: "1", name: {}, to: { kind: "menu", menu: "no" } }] },
        },
      },
    },
    ["1"],
  ],
])("a menu that there is not (%s) is given up, for asking would never end", (_name, situation, answers) => {
  expect(reaches(answers, situation)).toEqual({ do: "connect", department: "service" });
});

test("speech recognition is told the names, in the caller's language and the first, and the numbers", () => {
  const facts = menuFacts();
  const { step } = menuStep(inMenu(facts), hears(""), facts);
  const hints = "hints" in step ? step.hints : [];
  expect(hints).toEqual(expect.arrayContaining(["Customer service", "Finance", "one", "1", "operator"]));
  const spanish = callThrough(["2"], facts).last;
  expect(spanish).toMatchObject({
    hints: expect.arrayContaining(["Atención al cliente", "Customer service", "uno", "one", "operadora"]),
  });
  expect(callThrough([], facts).last).toMatchObject({
    hints: expect.arrayContaining(["English", "Spanish", "español", "francés", "français", "two", "deux"]),
  });
});

test("an answer never changes the state it is given", () => {
  const facts = menuFacts();
  const state: MenuState = Object.freeze(inMenu(facts));
  for (const answer of ["1", "3", "*", "9", ""]) menuStep(state, hears(answer), facts);
  expect(state).toEqual(inMenu(facts));
});
