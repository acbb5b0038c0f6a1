import * as fc from "fast-check";
import { readCsv } from "../../../src/lists/read-csv";

const csv = (text: string) => readCsv(Buffer.from(text));
const cells = (text: string) => csv(text).rows.map((row) => row.cells);

/** The rules of https://www.rfc-editor.org/rfc/rfc4180#section-2, each with its example. */
test.each<[string, string, string[][]]>([
  [
    "1: records on separate lines",
    "aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n",
    [
      ["aaa", "bbb", "ccc"],
      ["zzz", "yyy", "xxx"],
    ],
  ],
  [
    "2: the last line may end without a break",
    "aaa,bbb\r\nzzz,yyy",
    [
      ["aaa", "bbb"],
      ["zzz", "yyy"],
    ],
  ],
  ["4: spaces are part of a field", "aaa, bbb ,ccc", [["aaa", " bbb ", "ccc"]]],
  [
    "5: fields may be in quotes",
    '"aaa","bbb","ccc"\r\nzzz,yyy,xxx',
    [
      ["aaa", "bbb", "ccc"],
      ["zzz", "yyy", "xxx"],
    ],
  ],
  [
    "6: breaks and commas in quotes",
    '"aaa","b\r\nbb","c,c"\r\nzzz,yyy,xxx',
    [
      ["aaa", "b\nbb", "c,c"],
      ["zzz", "yyy", "xxx"],
    ],
  ],
  ["7: a quote in quotes is written twice", '"aaa","b""bb","ccc"', [["aaa", 'b"bb', "ccc"]]],
])("RFC 4180, rule %s", (_rule, text, expected) => {
  expect(csv(text)).toMatchObject({ faults: [] });
  expect(cells(text)).toEqual(expected);
});

test.each<[string, string | Uint8Array, string[][]]>([
  [
    "a byte order mark, as Excel's UTF-8 has it",
    "\ufeffnumber,note\n1,ä",
    [
      ["number", "note"],
      ["1", "ä"],
    ],
  ],
  [
    "semicolons, as Excel has them in Europe",
    "number;note\n1;a,b",
    [
      ["number", "note"],
      ["1", "a,b"],
    ],
  ],
  [
    "tabs",
    "number\tnote\n1\ta,b",
    [
      ["number", "note"],
      ["1", "a,b"],
    ],
  ],
  [
    "the separator told in a first line, as Excel tells it",
    "sep=;\nnumber;note\n1;x",
    [
      ["number", "note"],
      ["1", "x"],
    ],
  ],
  [
    "line ends of old Macs",
    "number,note\r1,x\r",
    [
      ["number", "note"],
      ["1", "x"],
    ],
  ],
  [
    "lines that are empty, or hold separators only",
    "number,note\n\n1,x\n , \n,\n",
    [
      ["number", "note"],
      ["1", "x"],
    ],
  ],
  ["one column", "number\n1\n2", [["number"], ["1"], ["2"]]],
  [
    "the charset of old Windows programs",
    Buffer.from("number,note\n1,\xe4\x80", "latin1"),
    [
      ["number", "note"],
      ["1", "ä€"],
    ],
  ],
  [
    "UTF-16, as Excel's Unicode text has it",
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("number\tnote\r\n1\tä", "utf16le")]),
    [
      ["number", "note"],
      ["1", "ä"],
    ],
  ],
  ["nothing", "", []],
])("reads %s", (_name, content, expected) => {
  const { rows, faults } = readCsv(typeof content === "string" ? Buffer.from(content) : content);
  expect(faults).toEqual([]);
  expect(rows.map((row) => row.cells)).toEqual(expected);
});

test("tells on which line of the file each record begins", () => {
  const text = 'sep=,\r\nnumber,note\r\n\r\n1,"two\r\nlines"\r\n2,x\r\n';
  expect(csv(text).rows.map(({ line }) => line)).toEqual([2, 4, 6]);
});

test.each<[string, string, number]>([
  ["a quote that is never closed", 'number,note\n1,x\n2,"open\n3,y\n', 3],
  ["text behind a closing quote", 'number,note\n1,"a" b\n2,x\n', 2],
  ["the same on a later line of its record", 'number,note\n"1\n","a" b\n2,x\n', 3],
])("names the line of %s", (_name, text, line) => {
  expect(csv(text).faults).toMatchObject([{ line }]);
});

/** A writer of its own, from the grammar of RFC 4180. */
const written = (rows: readonly (readonly string[])[], mark: string) =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(mark)).join("\r\n");

test("reads back whatever RFC 4180 can hold", () => {
  const cell = fc
    .string({ unit: "binary" })
    .map((text) => text.replace(/\r\n?/g, "\n").toWellFormed?.() ?? text);
  const row = fc.tuple(cell, cell).filter((pair) => pair.some((text) => text.trim() !== ""));
  fc.assert(
    fc.property(fc.array(row), fc.constantFrom(",", ";", "\t"), (rows, mark) => {
      const { rows: read } = csv(written([["number", "note"], ...rows], mark));
      expect(read.slice(1).map(({ cells: found }) => found)).toEqual(rows);
    }),
  );
});
