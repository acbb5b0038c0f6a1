import { compileIndex } from "../../../src/contacts/compile-index";
import { parseE164 } from "../../../src/telephony/e164";

function contact(text: string, name: string, line: number) {
  const number = parseE164(text, "US");
  if (number === undefined) throw new TypeError(`${text} is no number`);
  return { number, name, line };
}

test("compileIndex() sorts by number, a line each", () => {
  const { index, numbers } = compileIndex([
    contact("+12125550199", "Bo", 1),
    contact("+12125550142", "Ann Example", 2),
    contact("+12125550150", "", 3),
  ]);
  expect(index).toBe("+12125550142\tAnn Example\n+12125550150\t\n+12125550199\tBo\n");
  expect(numbers).toBe(3);
});

test("compileIndex() keeps the first name of a number, and reports the others", () => {
  const { index, duplicates } = compileIndex([
    contact("+12125550142", "", 1),
    contact("+12125550142", "Ann", 2),
    contact("+12125550142", "Bo", 3),
  ]);
  expect(index).toBe("+12125550142\tAnn\n");
  expect(duplicates).toEqual([
    { number: "+12125550142", line: 2, name: "Ann", keptName: "Ann" },
    { number: "+12125550142", line: 3, name: "Bo", keptName: "Ann" },
  ]);
});

test("compileIndex() makes of no contacts an empty index", () => {
  expect(compileIndex([])).toEqual({ index: "", numbers: 0, duplicates: [] });
});
