import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { numberLines } from "../../../src/vanity-command/number-lines";
import { readNumber } from "../../../src/vanity-command/read-number";
import { readOwnWords } from "../../../src/vanity-command/read-own-words";
import { readVanityOptions } from "../../../src/vanity-command/vanity-options";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "vanity-"));
});
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (text: string) => {
  const file = join(folder, "file.txt");
  writeFileSync(file, text);
  return file;
};

describe("numbers", () => {
  test.each([
    ["+12125550100", "US", "+12125550100"],
    ["1 (212) 555-0100", "US", "+12125550100"],
    ["555 0100", "US", "5550100"],
    ["020 7946 0123", "GB", "+442079460123"],
    ["12", "US", undefined],
    ["anonymous", "US", undefined],
  ])("%s, written in %s", (text, country, number) => {
    expect(readNumber(text, country)).toBe(number);
  });

  test("in letters, as 1-800-FLOWERS is advertised", () => {
    expect(readNumber("1-800-FLOWERS", "US")?.slice(2)).toBe("8003569377");
  });

  // As the engine writes them: the area code may be letters, too.
  test.each([
    ["FLOWERS", "3569377"],
    ["MINK-55-0168", "+16465550168"],
    ["1-OHM-555-0168", "+16465550168"],
    ["212-555-01-HI?", "+12125550144"],
    ["555-0100 mum", "5550100"],
    ["AB5550100", undefined],
    ["not a number 2345678", undefined],
    ["anonymous", undefined],
  ])("in letters anywhere: %s", (text, number) => {
    expect(readNumber(text, "US")).toBe(number);
  });
});

describe("the lines of a file", () => {
  const inputOf = async function* (...chunks: Uint8Array[]) {
    yield* chunks;
  };
  const read = async (file: string, input = inputOf()) => {
    const lines = [];
    for await (const { text, where } of await numberLines(file, { input })) lines.push(`${where} ${text}`);
    return lines;
  };

  test("are numbered as editors do, blank ones and remarks left out", async () => {
    const file = fileOf("\uFEFF212\r\n\n# mine\n  415 \nlast");
    expect(await read(file)).toEqual([`${file}:1 212`, `${file}:4 415`, `${file}:5 last`]);
  });

  test("may be cut anywhere on the way, in a letter, too", async () => {
    const bytes = new TextEncoder().encode("1é2\n345\n");
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const input = inputOf(bytes.subarray(0, cut), bytes.subarray(cut));
      expect(await read("-", input)).toEqual(["-:1 1é2", "-:2 345"]);
    }
  });

  test("cannot be had from what is no file", async () => {
    await expect(read(folder)).rejects.toThrow(`Cannot read ${folder}: `);
    await expect(read(join(folder, "none.txt"))).rejects.toThrow("none.txt");
  });
});

describe("words of one's own", () => {
  test("have a meaning behind a tab, or none", () => {
    const file = fileOf("# ours\nAcme\ta maker of\u0007 everything\nGonzález\n\nacme\tagain\n");
    expect(readOwnWords(file)).toEqual([
      { word: "acme", definition: "a maker of everything" },
      { word: "gonzalez", definition: "a word of your own" },
    ]);
  });

  test("are told of, every line that is wrong", () => {
    const file = fileOf("acme\nx\nroute66\nabcdefghijklmnop\n");
    expect(() => readOwnWords(file)).toThrow(
      [
        `${file}:2: found "x"; allowed: a word of 2 to 15 letters a to z, with or without accents`,
        `${file}:3: found "route66"; allowed: a word of 2 to 15 letters a to z, with or without accents`,
        `${file}:4: found "abcdefghijklmnop"; allowed: a word of 2 to 15 letters a to z, with or without accents`,
      ].join("\n"),
    );
  });
});

test.each<[string, string]>([
  ["", "Give a number, or --file FILE"],
  ["--wish", "Give a word"],
  ["--top 0 2125550100", "Cannot read --top 0: give a whole number from 1 to 100"],
  ["--spellable x 2125550100", "Cannot read --spellable x"],
  ["--fixed FLÖW 2125550100", "Cannot read --fixed FLÖW"],
  ["--country XX 2125550100", "Cannot read --country XX"],
  ["--area-code 12 --wish hi", "Cannot read --area-code 12"],
  ["--area-code 212 2125550100", "--area-code goes with --wish only"],
  ["--file a 2125550100", "either numbers or --file"],
  ["--wish hi --file a", "--wish goes with"],
  ["--wish hi --words a", "--wish goes with"],
  ["--wish hi --spellable 9", "--wish goes with"],
  ["--loud 2125550100", "--loud"],
])("refuses %j", (line, message) => {
  expect(() => readVanityOptions(line.split(" ").filter(Boolean))).toThrow(message);
});
