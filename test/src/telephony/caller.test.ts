import fc from "fast-check";
import { parseCaller } from "../../../src/telephony/caller";

const KEYPAD = ["", "", "abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"];
const onKeypad = (word: string) =>
  [...word.toLowerCase()].map((letter) => KEYPAD.findIndex((letters) => letters.includes(letter))).join("");

// Twilio sends the keypad spelling of these words in place of a withheld number: computed here from the words.
// https://www.twilio.com/docs/voice/twiml#request-parameters
test.each(["anonymous", "restricted", "blocked", "unknown", "unavailable"])(
  "parseCaller() knows %s by its word and by its keypad spelling, with or without a country code",
  (word) => {
    for (const from of [`+${onKeypad(word)}`, `+1${onKeypad(word)}`, word, word.toUpperCase(), ` ${word} `])
      expect(parseCaller(from, "US")).toEqual({ kind: "withheld" });
  },
);

test.each<[string, string | undefined]>([
  ["a call without From", undefined],
  ["an empty From", ""],
  ["blanks", "  "],
  ["a private caller", "Private"],
  ["a string that contains the word", "Unknown Number"],
  ["SIP's anonymous caller (RFC 3323)", "sip:anonymous@anonymous.invalid"],
])("parseCaller() takes %s for withheld", (_name, from) => {
  expect(parseCaller(from, "CN")).toEqual({ kind: "withheld" });
});

// https://www.twilio.com/docs/voice/twiml#request-parameters: E.164 "if possible", `client:` for SDK clients, else "the raw caller ID string".
test.each([
  ["+12125550199", { kind: "number", number: "+12125550199" }],
  ["2125550199", { kind: "number", number: "+12125550199" }],
  ["+15555555555", { kind: "number", number: "+15555555555" }],
  ["sip:kitchen@home.example.com", { kind: "sip", uri: "sip:kitchen@home.example.com" }],
  ["sip:+12125550199@sip.example.com", { kind: "sip", uri: "sip:+12125550199@sip.example.com" }],
  ["SIPS:unknown@example.com", { kind: "sip", uri: "SIPS:unknown@example.com" }],
  ["client:ann", { kind: "client", name: "ann" }],
  ["client:anonymous", { kind: "client", name: "anonymous" }],
  ["911", { kind: "unparsable", text: "911" }],
  ["+1911", { kind: "unparsable", text: "+1911" }],
  ["+", { kind: "unparsable", text: "+" }],
  ["V81207161219", { kind: "unparsable", text: "V81207161219" }],
  ["\ud800\u0000☎", { kind: "unparsable", text: "\ud800\u0000☎" }],
])("parseCaller() reads %s", (from, caller) => {
  expect(parseCaller(from, "US")).toEqual(caller);
});

test("parseCaller() gives some caller for any string", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (from) => {
      expect(["number", "withheld", "sip", "client", "unparsable"]).toContain(parseCaller(from, "US").kind);
    }),
  );
});
