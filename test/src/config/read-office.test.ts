import { ConfigurationError } from "../../../src/config/problem";
import { readPolicy } from "../../../src/config/read-policy";

type Json = Readonly<Record<string, unknown>>;

const CHOICE = { key: "1", name: "Customer service", to: "+12125550131" };
const text = (office: Json, line: Json = {}, more: Json = {}) =>
  JSON.stringify({
    ...more,
    lines: { "+12125550100": { rules: "office", ring: { to: "+12125550123" }, ...line } },
    office: { menu: [CHOICE], ...office },
  });
const office = (section: Json) => readPolicy(text(section), "policy.json").office;
const choices = (...targets: readonly unknown[]) =>
  office({
    menu: targets.map((to, index) => ({ key: String(index + 1), name: "A", to })),
    menus: { parts: { entries: [CHOICE] } },
    departments: { finance: { ring: ["+12125550132"] } },
  });

function problems(policy: string): string[] {
  try {
    readPolicy(policy, "policy.json");
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError)
      return error.message.split("\n").map((line) => line.replace(/^policy\.json:\d+ /, ""));
    throw error;
  }
}

test("readPolicy() makes an office of one choice, with every default", () => {
  expect(office({})).toEqual({
    languages: ["en"],
    languageBy: "choice",
    tries: 3,
    survey: false,
    greeting: {},
    closedGreeting: {},
    operator: undefined,
    menus: {
      main: {
        greeting: {},
        entries: [
          {
            key: "1",
            name: { en: "Customer service" },
            to: { kind: "department", department: "menu-main-1" },
          },
        ],
      },
    },
    departments: {
      "menu-main-1": {
        name: { en: "Customer service" },
        phones: ["+12125550131"],
        order: "atOnce",
        ringSeconds: 20,
        hours: undefined,
        whispers: true,
        callerId: "caller",
        voicemail: { greeting: {} },
        offersCallback: true,
      },
    },
  });
});

test.each<[string, unknown, unknown]>([
  ["a number written in any way", "(212) 555-0131", ["+12125550131"]],
  ["several numbers", ["+12125550131", "+12125550132"], ["+12125550131", "+12125550132"]],
  ["a SIP address", "sip:desk@example.com", ["sip:desk@example.com"]],
  ["numbers in turn", { ring: ["+12125550131"], how: "inTurn" }, ["+12125550131"]],
])("an entry rings %s", (_what, to, phones) => {
  expect(choices(to)?.departments["menu-main-1"]?.phones).toEqual(phones);
});

test.each<[string, unknown, unknown]>([
  ["a department", "finance", { kind: "department", department: "finance" }],
  ["voicemail", "voicemail", { kind: "voicemail" }],
  ["a department's voicemail", { voicemail: "finance" }, { kind: "voicemail", department: "finance" }],
  ["another menu", { menu: "parts" }, { kind: "menu", menu: "parts" }],
  ["a spoken message", { say: { en: "Hi", es: "Hola" } }, { kind: "say", say: { en: "Hi", es: "Hola" } }],
  ["a recorded message", { play: "/directions.mp3" }, { kind: "play", play: "/directions.mp3" }],
])("an entry leads to %s", (_what, to, target) => {
  expect(choices(to)?.menus.main?.entries[0]?.to).toEqual(target);
});

test("a department has the office's hours and ways unless it has its own", () => {
  const read = office({
    hours: ["mon-fri 9:00-17:00"],
    holidays: { "2026-12-25": "none" },
    ...{ whisper: false, ringSeconds: 15, callerId: "line", callbacks: false },
    departments: {
      sales: { ring: ["+12125550132"] },
      night: {
        ring: ["+12125550133"],
        ...{ hours: ["all"], holidays: {}, whisper: true, ringSeconds: 30, callerId: "caller" },
        ...{ callbacks: true, voicemail: { greeting: "Leave word.", email: "night@example.com" } },
      },
    },
  });
  expect(read?.departments.sales).toMatchObject({
    hours: { weekly: [{ from: 540, to: 1020 }], exceptions: { "2026-12-25": [] } },
    ...{ whispers: false, ringSeconds: 15, callerId: "line", offersCallback: false, name: { en: "sales" } },
  });
  expect(read?.departments.night).toMatchObject({
    hours: { weekly: [{ from: 0, to: 1440 }], exceptions: {} },
    ...{ whispers: true, ringSeconds: 30, callerId: "caller", offersCallback: true },
    voicemail: { greeting: { en: "Leave word." }, email: "night@example.com" },
  });
});

test("holidays alone close an office that is else always open", () => {
  expect(office({ holidays: { "2026-12-25": "none" } })?.departments["menu-main-1"]?.hours).toMatchObject({
    weekly: [{ from: 0, to: 1440 }],
    exceptions: { "2026-12-25": [] },
  });
});

test("one text is one of the first language", () => {
  expect(office({ languages: ["es", "en"], greeting: "Hola" })?.greeting).toEqual({ es: "Hola" });
});

test("messages are asked for in the office's first language", () => {
  const greeting = (section: Json, line: Json = {}) =>
    readPolicy(text(section, line), "policy.json").lines["+12125550100"]?.voicemail.greeting;
  expect(greeting({ languages: ["fr"] })).toMatch(/^Veuillez/);
  expect(greeting({})).toMatch(/^Hello/);
  expect(greeting({ languages: ["fr"] }, { voicemail: { greeting: "Bonjour." } })).toBe("Bonjour.");
});

test("names are asked for in it, too", () => {
  const asked = (section: Json, line: Json = {}) =>
    readPolicy(text(section, line), "policy.json").lines["+12125550100"]?.challenge.namePrompt;
  expect(asked({ languages: ["es"] })).toMatch(/nombre/);
  expect(asked({})).toMatch(/your name/);
  expect(asked({ languages: ["es"] }, { challenge: { namePrompt: "¿Quién es?" } })).toBe("¿Quién es?");
});

test("the operator is a department, or a telephone that becomes one", () => {
  const departments = { finance: { ring: ["+12125550132"] } };
  expect(office({ operator: "finance", departments })?.operator).toBe("finance");
  const read = office({ operator: "212-555-0139" });
  expect(read?.operator).toBe("operator");
  expect(read?.departments.operator?.phones).toEqual(["+12125550139"]);
});

const entry = (to: unknown, more: Json = {}) => ({ menu: [{ key: "1", name: "A", to }], ...more });
const finance = { departments: { finance: { ring: ["+12125550132"] } } };
const NUMBER =
  'a full telephone number, such as +12125550123 (without + it is read as one of US), "sip:name@host"';
const TAKEN = "another name: telephones of a menu, and the operator's, get such names";
const OWN = "another telephone: one of our own lines would call in circles";

test.each<[string, string, string]>([
  ["a line of ours", text(entry("+12125550100")), `office.menu[0].to: found "+12125550100"; allowed: ${OWN}`],
  [
    "a line of ours in a department",
    text({ departments: { finance: { ring: ["212 555 0100"] } } }),
    `office.departments.finance.ring[0]: found "212 555 0100"; allowed: ${OWN}`,
  ],
  [
    "a department that there is not, with what was meant",
    text(entry("finanse", finance)),
    `office.menu[0].to: found "finanse"; allowed: ${NUMBER}, or a department: finance (did you mean "finance"?)`,
  ],
  [
    "a department where there are none",
    text(entry("finance")),
    `office.menu[0].to: found "finance"; allowed: ${NUMBER}, or a department: office.departments has none`,
  ],
  [
    "voicemail for an operator: that is what there is without one",
    text({ operator: "voicemail", ...finance }),
    `office.operator: found "voicemail"; allowed: ${NUMBER}, or a department: finance`,
  ],
  [
    "a menu that there is not",
    text(entry({ menu: "part" }, { menus: { parts: { entries: [CHOICE] } } })),
    'office.menu[0].to.menu: found "part"; allowed: a menu: main, parts (did you mean "parts"?)',
  ],
  [
    "a mailbox of no department",
    text(entry({ voicemail: "sales" })),
    'office.menu[0].to.voicemail: found "sales"; allowed: a department: there is none',
  ],
  [
    "two ways at once",
    text(entry({ menu: "main", say: "Hi" })),
    'office.menu[0].to: found {"menu":"main","say":"Hi"}; allowed: a telephone number, several in a list, "voicemail", "vanity", a department, or an object with one of "ring", "menu", "say", "play", "voicemail"',
  ],
  [
    "a telephone twice",
    text(entry(["+12125550131", "+12125550131"])),
    'office.menu[0].to[1]: found "+12125550131"; allowed: each telephone once',
  ],
  [
    "a telephone twice, however it is written",
    text(entry(["+12125550131", "(212) 555-0131"])),
    'office.menu[0].to[1]: found "(212) 555-0131"; allowed: each telephone once',
  ],
  [
    "a department with the name that the operator's telephone gets",
    text({ operator: "+12125550139", departments: { operator: { ring: ["+12125550132"] } } }),
    `office.departments.operator: found "operator"; allowed: ${TAKEN}`,
  ],
  [
    "a department with the name that a telephone of the menu gets",
    text({ departments: { "menu-main-1": { ring: ["+12125550132"] } } }),
    `office.departments["menu-main-1"]: found "menu-main-1"; allowed: ${TAKEN}`,
  ],
  [
    "times that are none, once",
    text({ holidays: { "2026-12-25": null } }),
    'office.holidays["2026-12-25"]: found null; allowed: times such as "9:00-12:00", "none" or "all"',
  ],
  [
    "a key that no menu has",
    text({ menu: [{ ...CHOICE, key: "#" }] }),
    'office.menu[0].key: found "#"; allowed: "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*"',
  ],
  [
    "a menu with the main one's name",
    text({ menus: { main: { entries: [CHOICE] } } }),
    'office.menus.main: found "main"; allowed: another name: "main" is office.menu',
  ],
  [
    "an unknown key beside a target",
    text(entry({ ring: ["+12125550131"], hw: "inTurn" })),
    'office.menu[0].to.hw: found the unknown key "hw"; allowed: ring, how, menu, say, play, voicemail (did you mean "how"?)',
  ],
  [
    "a language that is not spoken",
    text({ languages: ["en", "de"] }),
    'office.languages[1]: found "de"; allowed: "en", "es", "fr"',
  ],
  [
    "a line's menu that there is not",
    text({}, { menu: "sales" }),
    'lines["+12125550100"].menu: found "sales"; allowed: a menu: main',
  ],
  [
    "a line with a menu without an office",
    JSON.stringify({
      lines: { "+12125550100": { rules: ["contacts", "menu"], ring: { to: "+12125550123" } } },
    }),
    'lines["+12125550100"].rules: found "menu"; allowed: other rules, or with it the section "office" in this file, with a "menu"',
  ],
])("readPolicy() refuses %s, and says what is allowed", (_name, policy, expected) => {
  expect(problems(policy)).toEqual([expected]);
});

const line = (change: Json, more: Json = {}) => text({}, change, more);
test.each<[string, string, string]>([
  [
    "the rule reputation without a provider",
    line({ rules: ["contacts", "reputation"] }),
    'lines["+12125550100"].rules: found "reputation"; allowed: other rules, or with it the section "reputation" in this file, if only { }',
  ],
  [
    "the rule country without countries",
    line({ rules: ["country"] }),
    'lines["+12125550100"].rules: found "country"; allowed: other rules, or with it what the line says: "country": { "only": ["US"] }',
  ],
  [
    "a setting whose rule is not named",
    line({ neighbour: "reject" }),
    'lines["+12125550100"].neighbour: found "reject"; allowed: nothing here, or the rule "neighbour" in this line\'s rules',
  ],
  [
    "a provider that there is not",
    line({}, { reputation: { provider: "telesing" } }),
    'reputation.provider: found "telesing"; allowed: "telesign", "telesign-intelligence", "lookup", "nomorobo", "marchex", "icehook" (did you mean "telesign"?)',
  ],
  [
    "a name nobody could hear",
    line({ rules: "screen", ring: { to: "home" }, challenge: { kind: "name" } }, { home: {} }),
    'lines["+12125550100"].challenge.kind: found "name"; allowed: "digits", where the line rings "home"',
  ],
])("readPolicy() refuses %s, and says what is allowed", (_name, policy, expected) => {
  expect(problems(policy)).toEqual([expected]);
});

test("the preset office does without a provider of scores, and has the policy's where there is one", () => {
  expect(readPolicy(line({}), "policy.json").reputation).toBeUndefined();
  expect(readPolicy(line({}, { reputation: {} }), "policy.json").reputation).toEqual({
    ...{ provider: "telesign", threshold: 600, timeoutMs: 1500, unknown: "next" },
    ...{ lookupsPerHour: 60, cacheHours: 24 },
  });
});
