import fc from "fast-check";
import { parseJson } from "../../../src/config/parse-json";

const faultOf = (text: string) => {
  const result = parseJson(text);
  return "fix" in result ? `${result.line}:${result.column} ${result.fix}` : undefined;
};

// The grammar: RFC 8259. Positions are counted by hand.
test.each([
  ["a comma after the last entry", '{\n  "a": 1,\n}', "2:9 remove this comma: no other entry follows it"],
  ["a comma after the last element", "[1,]", "1:3 remove this comma: no other entry follows it"],
  ["a missing comma, where it is missing", '{\n  "a": 1\n  "b": 2\n}', "2:9 put a comma or a closing } here"],
  ["a missing colon", '{"a" 1}', "1:5 put a colon between the key and its value"],
  ["a comment", '{\n  "a": 1 // one\n}', "2:10 remove this comment: JSON has none"],
  ["a comment of another kind", '/* x */ {"a": 1}', "1:1 remove this comment: JSON has none"],
  ["single quotes", "{'a': 1}", '1:2 use straight double quotes: "'],
  ["quotes that a word processor bent", '{"a": “b”}', '1:7 use straight double quotes: "'],
  ["a bare key", "{a: 1}", "1:2 put the key in double quotes"],
  ["a bare word", '{"a": voicemail}', "1:7 put voicemail in double quotes"],
  ["a capital True", '{"a": True}', "1:7 write true"],
  [
    "a number that JSON has not",
    '{"a": +1}',
    "1:7 write a plain number, such as 3, or put it in double quotes",
  ],
  ["a leading zero", '{"a": 01}', "1:7 write a plain number, such as 3, or put it in double quotes"],
  [
    "a text that does not end",
    '{"a": "b\n}',
    '1:7 end this text with a double quote on the same line (inside it: \\n for a new line, \\" for a quote, \\\\ for a backslash)',
  ],
  ["a key that is there twice", '{\n"a": 1,\n"a": 2}', '3:1 the key "a" is there twice: remove one'],
  ["a missing bracket", '{"a": [1, 2', "1:12 the file ends too early: a closing ] is missing"],
  ["an empty file", "", "1:1 the file ends too early: a value is missing"],
  ["more than one document", "{}\n{}", "2:1 nothing may follow the end of the document: remove it"],
  ["nesting without end", "[".repeat(100_000), "1:102 nothing may be nested as deeply as this"],
])("parseJson() finds %s", (_name, text, fault) => {
  expect(faultOf(text)).toBe(fault);
});

test("parseJson() knows the line of each part, and of a missing part that of its whole", () => {
  const document = parseJson('\ufeff{\r\n  "a": {\n    "b": [\n      1,\n      2 ]\n  }\n}');
  if ("fix" in document) throw new Error(document.fix);
  expect(document.value).toEqual({ a: { b: [1, 2] } });
  expect([[], ["a"], ["a", "b"], ["a", "b", 1], ["a", "c", "d"]].map(document.lineOf)).toEqual([
    1, 2, 3, 5, 2,
  ]);
});

// The judge is JSON.parse.
test("parseJson() takes what JSON.parse takes, and gives the same", () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(4), (text, indent) => {
      const pretty = JSON.stringify(JSON.parse(text), null, indent);
      const document = parseJson(pretty);
      expect("fix" in document ? document : JSON.stringify(document.value)).toEqual(
        JSON.stringify(JSON.parse(text)),
      );
    }),
  );
});

test("parseJson() takes nothing that JSON.parse refuses, and never throws", () => {
  const piece = fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    '"a"',
    '"b"',
    "1",
    "-",
    "0",
    "e5",
    "true",
    "nul",
    " ",
    "\n",
    "\\",
    '"',
    "\u0001",
    "\u007f",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      if (faultOf(text) === undefined) expect(() => JSON.parse(text)).not.toThrow();
    }),
    { numRuns: 3000 },
  );
});
