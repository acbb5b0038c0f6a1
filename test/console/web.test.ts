/** What of the pages needs no browser. */
import { readFileSync } from "node:fs";
import { API_ERRORS } from "../../src/runtime/console/api";
import { KEYS, keysOf } from "../../console/web/keypad";
import { keysOf as dialled } from "../../src/telephony/keypad";

test("the pages' keypad is the engine's, key by key", () => {
  for (const { key, letters } of KEYS) expect(dialled(letters)).toBe(key.repeat(letters.length));
  expect(KEYS.map(({ letters }) => letters).join("")).toBe("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
});

test.each(["800-FLOWERS", "212-555-0-1DS", "G0WN", "20 7946 0018"])(
  "%s is dialled as the engine dials it",
  (text) => {
    expect(
      keysOf(text)
        .map(({ key }) => key)
        .join(""),
    ).toBe(dialled(text));
  },
);

test("every code that the API refuses with is in its description, with its status, and no other", () => {
  const rows = readFileSync("console/README.md", "utf8").matchAll(/^\| (`[^|]+) \| (\d{3}) \|/gm);
  const described = [...rows].flatMap(([, codes = "", status]) =>
    [...codes.matchAll(/`([a-z-]+)`/g)].map(([, code]) => [code, Number(status)]),
  );
  expect(Object.fromEntries(described)).toEqual(API_ERRORS);
});
