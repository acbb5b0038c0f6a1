import fc from "fast-check";
import { compileIndex } from "../../../src/contacts/compile-index";
import { findContact } from "../../../src/contacts/find-contact";
import { type E164, isE164 } from "../../../src/telephony/e164";

function e164(text: string): E164 {
  if (!isE164(text)) throw new TypeError(`${text} is not E.164`);
  return text;
}

const INDEX = "+12125550142\tAnn Example\n+1212555014200\tAnnex\n+12125550143\t\n+442079460958\tBö 🏡\n";

test.each<[string, string, string | undefined]>([
  ["finds the first number", "+12125550142", "Ann Example"],
  ["finds a number that begins with another", "+1212555014200", "Annex"],
  ["finds a contact without a name", "+12125550143", ""],
  ["finds the last number", "+442079460958", "Bö 🏡"],
  ["does not find the beginning of a number", "+121255501420", undefined],
  ["does not find a number before all", "+11234567890", undefined],
  ["does not find a number after all", "+999123456789", undefined],
])("findContact() %s", (_name, number, name) => {
  expect(findContact(INDEX, e164(number))).toBe(name);
});

test.each(["", "\n", "+12125550142"])("findContact() finds nothing in the index %j", (index) => {
  expect(findContact(index, e164("+12125550142"))).toBeUndefined();
});

// The judge is a plain Map of the same entries.
test("findContact() finds what a Map finds, in any book", () => {
  const number = fc.stringMatching(/^\+[12]\d{6,9}$/).map(e164);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(number, fc.stringMatching(/^[A-Zé🏡 ]{0,9}$/u))),
      number,
      (entries, other) => {
        const { index } = compileIndex(entries.map(([each, name], line) => ({ number: each, name, line })));
        const named = entries.filter(([, name]) => name !== "");
        const judge = new Map([...entries, ...named.reverse()]);
        for (const each of [...judge.keys(), other]) expect(findContact(index, each)).toBe(judge.get(each));
      },
    ),
  );
});
