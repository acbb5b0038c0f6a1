import { type E164, isE164 } from "../../../src/telephony/e164";
import { shapeOf } from "../../../src/telephony/number-shape";

/** Numbers that nobody has, put together so that no file holds one: country code, then the national number. */
function made(...parts: readonly string[]): E164 {
  const number = `+${parts.join("")}`;
  if (!isE164(number)) throw new Error(`${number} is no number`);
  return number;
}

// The groups of each country are those of its numbering plan, as google/libphonenumber formats them.
test.each<[country: string, parts: readonly string[], written: string]>([
  ["North America", ["1", "2125550100"], "212 555 0100"],
  ["North America, where no such number can be", ["1", "0005550100"], "000 555 0100"],
  ["North America, when there is too much of it", ["1", "21255501001"], "21255501001"],
  ["London, whose trunk 0 is none of it", ["44", "2079460123"], "20 7946 0123"],
  ["Paris, the same", ["33", "123456789"], "1 23 45 67 89"],
  ["Rome, whose 0 is part of it", ["39", "0612345678"], "06 1234 5678"],
  ["Madrid", ["34", "912345678"], "912 34 56 78"],
  ["Argentina's mobile 9", ["54", "91123456789"], "9 11 2345 6789"],
  ["Niue, with its country's code, for it would be too short", ["683", "4002"], "683 4002"],
  ["no country", ["999", "123456789"], "999123456789"],
])("%s", (_country, parts, written) => {
  const groups = written.split(" ");
  expect(shapeOf(made(...parts))).toEqual({
    national: groups.join(""),
    groups: groups.map(({ length }) => length),
  });
});

test("the groups are those of all digits, in any country", () => {
  for (const parts of [
    ["49", "15123456789"],
    ["81", "312345678"],
    ["55", "11912345678"],
    ["86", "13123456789"],
  ]) {
    const { national, groups } = shapeOf(made(...parts));
    expect(groups.reduce((sum, size) => sum + size, 0)).toBe(national.length);
    expect(national).toBe(parts[1]);
  }
});
