import { parseEnv } from "node:util";
import fc from "fast-check";
import { readVariables, refuseValue, setVariable } from "../../../src/setup/dotenv-text";

/** The version of dotenv that `twilio-run` depends on, unmodified. */
const dotenv = jest.requireActual<{ parse(text: string): Record<string, string> }>(
  require.resolve("dotenv", { paths: [require.resolve("twilio-run")] }),
);

const set = (text: string, name: string, value: string) =>
  setVariable(text, name, { value, description: "What it is" });

test.each<[string, string, string]>([
  ["makes a file", "", "# What it is\nA=new\n"],
  ["adds at the end, below its description", "B=1\n", "B=1\n\n# What it is\nA=new\n"],
  ["ends the last line first", "B=1", "B=1\n\n# What it is\nA=new\n"],
  [
    "replaces in place and keeps comments, order and foreign lines",
    "# c\nA=old\n\nnonsense\nB = 'x'\n",
    "# c\nA=new\n\nnonsense\nB = 'x'\n",
  ],
  ["fills in what .env.example left empty", "A=\nB=\n", "A=new\nB=\n"],
  ["replaces the one of two that counts", "A=1\nA=2\n", "A=1\nA=new\n"],
  ["leaves alone what is commented out", "# A=1\n", "# A=1\n\n# What it is\nA=new\n"],
  ["keeps the line ends of Windows", "A=1\r\nB=2\r\n", "A=new\r\nB=2\r\n"],
  ["adds with the line ends of Windows", "B=2\r\n", "B=2\r\n\r\n# What it is\r\nA=new\r\n"],
])("setVariable() %s", (_name, before, after) => {
  expect(set(before, "A", "new")).toBe(after);
});

test.each([
  ["plain", "smtp://user:p%40ss@mail.example.com:587", "A=smtp://user:p%40ss@mail.example.com:587"],
  ["a name with an address", "Gatehouse <phone@example.com>", "A=Gatehouse <phone@example.com>"],
  // Node takes what follows a bare # for a comment, dotenv 6.2 does not
  ["a #", "p#ss", 'A="p#ss"'],
  ["a # and a quote", 'p#"ss', "A='p#\"ss'"],
  ["nothing", "", "A="],
])("setVariable() writes %s so that all read it", (_name, value, line) => {
  const text = set("", "A", value);
  expect(text).toContain(`\n${line}\n`);
  expect([dotenv.parse(text).A, parseEnv(text).A]).toEqual([value, value]);
});

test.each([
  ["two lines", "a\nb", "it must be a single line"],
  ["a space at its end", "a ", "leave out spaces"],
  ["a # and both quotes", "a#'\"", "leave out"],
])("refuseValue() refuses %s, and setVariable() does not write it", (_name, value, reason) => {
  expect(refuseValue(value)).toContain(reason);
  expect(() => set("", "A", value)).toThrow("Cannot write A into .env");
});

const line = fc.oneof(
  fc.constantFrom(
    "# comment",
    "",
    "B=1",
    "A=x",
    " C = y z ",
    'D="q\\n"',
    "E='",
    'F=""',
    "export G=1",
    "H=#",
    "=",
    'I="',
    "J=a=b",
  ),
  fc.string({ unit: "binary" }),
);

test("readVariables() reads what dotenv 6.2 reads", () => {
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.join("\n");
      expect(Object.fromEntries(readVariables(text))).toEqual({ ...dotenv.parse(text) });
    }),
  );
});

test("setVariable() changes one variable and no other, as dotenv 6.2 reads them", () => {
  fc.assert(
    fc.property(fc.array(line), fc.string(), (lines, value) => {
      fc.pre(refuseValue(value) === undefined);
      const text = lines.join("\n");
      expect(dotenv.parse(set(text, "A", value))).toEqual({ ...dotenv.parse(text), A: value });
    }),
  );
});
