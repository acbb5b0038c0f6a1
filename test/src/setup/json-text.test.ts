import fc from "fast-check";
import { setJsonText } from "../../../src/setup/json-text";

test.each<[string, string, string[], string]>([
  [
    "a text in its place, all else as written",
    '{"a" :"x",\n\t"b":[1, 2]}',
    ["a"],
    '{"a" :"y",\n\t"b":[1, 2]}',
  ],
  [
    "a member after the last, on a line of its own",
    '{\n  "b": 1\n}\n',
    ["a"],
    '{\n  "b": 1,\n  "a": "y"\n}\n',
  ],
  ["a member within one line", '{ "b": { "c": 1 } }', ["b", "a"], '{ "b": { "c": 1, "a": "y" } }'],
  ["a member of an empty object", '{ "b": {} }', ["b", "a"], '{ "b": { "a": "y" } }'],
  [
    "a member between braces on lines of their own",
    '{\n  "b": {\n  }\n}',
    ["b", "a"],
    '{\n  "b": {\n    "a": "y"\n  }\n}',
  ],
  ["objects that are missing", '{\n  "c": 1\n}', ["b", "a"], '{\n  "c": 1,\n  "b": { "a": "y" }\n}'],
  ["a key with an escape", '{"\\u0061": "x"}', ["a"], '{"\\u0061": "y"}'],
  ["line ends of Windows", '{\r\n\t"b": 1\r\n}', ["a"], '{\r\n\t"b": 1,\r\n\t"a": "y"\r\n}'],
  ["a text with brackets in it", '{"b": "}{][,:", "a": "x"}', ["a"], '{"b": "}{][,:", "a": "y"}'],
])("setJsonText() sets %s", (_name, before, path, after) => {
  expect(setJsonText(before, path, "y")).toBe(after);
});

/** What JSON.parse reads afterwards is what was there before with one text more, however it is written. */
test("setJsonText() changes nothing but what it sets", () => {
  const key = fc.constantFrom("a", "b", "lines", "+1", 'q"\\');
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.array(fc.jsonValue()));
  const tree = fc.dictionary(
    key,
    fc.oneof(leaf, fc.dictionary(key, fc.oneof(leaf, fc.dictionary(key, leaf)))),
  );
  const indent = fc.constantFrom(undefined, 2, "\t");
  fc.assert(
    fc.property(
      tree,
      fc.array(key, { minLength: 1, maxLength: 3 }),
      fc.string(),
      indent,
      (value, path, text, space) => {
        fc.pre(leadsThroughObjects(value, path));
        // JSON knows no -0.
        const expected = JSON.parse(JSON.stringify(value));
        put(expected, path, text);
        expect(JSON.parse(setJsonText(JSON.stringify(value, null, space), path, text))).toEqual(expected);
      },
    ),
  );
});

type Tree = Record<string, unknown>;
const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function leadsThroughObjects(value: Tree, [key = "", ...rest]: readonly string[]): boolean {
  const next = value[key];
  return rest.length === 0 || next === undefined || (isTree(next) && leadsThroughObjects(next, rest));
}

function put(tree: Tree, [key = "", ...rest]: readonly string[], text: string): void {
  if (rest.length === 0) {
    tree[key] = text;
    return;
  }
  const next = tree[key];
  const inner = isTree(next) ? next : {};
  tree[key] = inner;
  put(inner, rest, text);
}

test("setJsonText() throws for what is no JSON", () => {
  expect(() => setJsonText('{"a": ', ["a"], "y")).toThrow("ends too early");
});
