import fc from "fast-check";
import { firstState, MOST_TURNS, renderMenuState } from "../../../../src/policy/office/menu-state";
import { parseMenuState } from "../../../../src/policy/office/parse-menu-state";
import { office } from "./samples";

const place = { office: office(), menu: "main" };
const good = { ...firstState("es", "main"), path: ["main", "parts"], misses: { "": 1, main: 2 }, turn: 4 };

test("what was made is read back", () => {
  expect(parseMenuState(renderMenuState(good), place)).toEqual(good);
});

test.each<[string, object]>([
  ["an unknown question", { asked: "name" }],
  ["a language that the office does not speak", { locale: "de" }],
  ["no menu", { path: [] }],
  ["another line's first menu", { path: ["parts"] }],
  ["a menu that there is not", { path: ["main", "gone"] }],
  ["a menu by a name of Object's", { path: ["main", "constructor"] }],
  ["a menu twice", { path: ["main", "parts", "main"] }],
  ["a path that is none", { path: "main" }],
  ["a count that is none", { misses: { main: -1 } }],
  ["a broken count", { misses: { main: 0.5 } }],
  ["counts of a menu that there is not", { misses: { gone: 1 } }],
  ["counts that are none", { misses: [] }],
  ["no counts", { misses: null }],
  ["a turn before the first", { turn: 0 }],
  ["a turn after the last", { turn: MOST_TURNS + 1 }],
  ["a turn in words", { turn: "1" }],
])("%s begins again", (_name, change) => {
  expect(parseMenuState(JSON.stringify({ ...good, ...change }), place)).toBeUndefined();
});

test("any text at all is read without a fault, and what comes out can go back in", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.constant("{}")), (text) => {
      const state = parseMenuState(text, place);
      if (state !== undefined) expect(parseMenuState(renderMenuState(state), place)).toEqual(state);
    }),
  );
});
