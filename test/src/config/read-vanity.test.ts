import { ConfigurationError } from "../../../src/config/problem";
import { readPolicy, type UncompiledPolicy } from "../../../src/config/read-policy";
import { DEFAULT_VANITY } from "../../../src/policy/vanity/vanity";

type Json = Readonly<Record<string, unknown>>;

const LINES = { "+12125550100": { ring: { to: "+12125550123" } } };
const read = (sections: Json): UncompiledPolicy =>
  readPolicy(JSON.stringify({ lines: LINES, ...sections }), "policy.json");

function problems(sections: Json): string[] {
  try {
    read(sections);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError)
      return error.message.split("\n").map((line) => line.replace(/^policy\.json:\d+ /, ""));
    throw error;
  }
}

test("readPolicy() gives an empty section vanity the defaults that hold without one", () => {
  expect(read({ vanity: {} }).vanity).toEqual(DEFAULT_VANITY);
  expect(read({}).vanity).toBeUndefined();
});

test("readPolicy() reads what the owner says of vanity numbers", () => {
  const vanity = {
    words: ["Acme", { word: "gardens", definition: "where we work" }],
    spellable: 10,
    texts: false,
    textsPerHour: 5,
    textFrom: "(212) 555-0101",
    page: true,
    lookupsPerMinute: 12,
  };
  expect(read({ vanity }).vanity).toEqual({
    words: [
      { word: "acme", definition: "a word of this line's owner" },
      { word: "gardens", definition: "where we work" },
    ],
    spellable: 10,
    texts: { offered: false, perHour: 5, from: "+12125550101" },
    page: true,
    lookupsPerMinute: 12,
  });
});

test("readPolicy() reads who may sign in to the console", () => {
  const console = { admins: [{ name: "Ann", phone: "212 555 0142" }] };
  expect(read({ console }).admins).toEqual([{ name: "Ann", phone: "+12125550142" }]);
  expect(read({}).admins).toEqual([]);
});

test.each<[string, Json, boolean]>([
  ["neither section", {}, false],
  ["a console", { console: {} }, true],
  ["a page", { vanity: { page: true } }, true],
  ["words without a page", { vanity: { words: ["acme"] } }, false],
])("readPolicy() knows whether there is a console: %s", (_name, sections, has) => {
  expect(read(sections).has.console).toBe(has);
});

const admin = (phone: string) => ({ name: "Ann", phone });

test.each<[string, Json, string]>([
  [
    "a word that no telephone has keys for",
    { vanity: { words: ["café"] } },
    'vanity.words[0]: found "café"; allowed: a word of 2 to 15 letters a to z, without accents',
  ],
  [
    "a word twice",
    { vanity: { words: ["acme", { word: "ACME" }] } },
    'vanity.words[1]: found "acme"; allowed: each word once',
  ],
  [
    "too few digits to spell",
    { vanity: { spellable: 2 } },
    "vanity.spellable: found 2; allowed: a whole number from 3 to 15",
  ],
  [
    "a sender that is no number",
    { vanity: { textFrom: "12" } },
    'vanity.textFrom: found "12"; allowed: a full telephone number, such as +12125550123 (without + it is read as one of US)',
  ],
  [
    "an administrator whose telephone is one of the lines",
    { console: { admins: [admin("+1 212 555 0100")] } },
    'console.admins[0].phone: found "+1 212 555 0100"; allowed: another telephone: this number is one of the lines, and the code must reach a person',
  ],
  [
    "two administrators with one telephone",
    { console: { admins: [admin("+12125550142"), admin("212 555 0142")] } },
    'console.admins[1].phone: found "+12125550142"; allowed: each administrator\'s telephone once',
  ],
  [
    "an administrator without a number",
    { console: { admins: [admin("1")] } },
    'console.admins[0].phone: found "1"; allowed: a full telephone number, such as +12125550123 (without + it is read as one of US)',
  ],
])("readPolicy() refuses %s, and says what is allowed", (_name, sections, expected) => {
  expect(problems(sections)).toEqual([expected]);
});

test("readPolicy() takes a line, and a choice of the menu, that tell what a number spells", () => {
  const office = { menu: [{ key: "6", name: "Your number in words", to: "vanity" }] };
  const policy = read({
    lines: { "+12125550100": { rules: ["blocklist", "vanity"], ring: { to: "+12125550123" } } },
    office,
  });
  expect(policy.lines["+12125550100"]?.rules).toEqual(["blocklist", "vanity"]);
  expect(policy.office?.menus.main?.entries[0]?.to).toEqual({ kind: "vanity" });
});

test("readPolicy() keeps the word vanity for what spells numbers", () => {
  const office = {
    menu: [{ key: "1", name: "A", to: "voicemail" }],
    departments: { vanity: { ring: ["+12125550132"] } },
  };
  expect(problems({ office })).toEqual([expect.stringContaining('"vanity" is what spells numbers')]);
});
