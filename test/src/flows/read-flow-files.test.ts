import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readBindings } from "../../../local-twilio/studio/lint/read-bindings";
import { readFlowFiles } from "../../../src/flows/read-flow-files";

const PROJECT = join(__dirname, "../../..");
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gatehouse-flows-"));
  mkdirSync(join(folder, "studio"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, content: unknown): void {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  writeFileSync(join(folder, "studio", name), text);
}

const entry = {
  service: "gatehouse",
  baseUrl: "https://gatehouse.example",
  ends: ["a.b"],
  attach: "numbers",
};
const flow = { states: [{ name: "Trigger", type: "trigger" }] };

test("the project's own flows can be read", () => {
  const flows = readFlowFiles(PROJECT);
  expect(flows.map(({ name }) => name)).toContain("incoming-call");
  for (const { name, file, friendlyName, bindings } of flows) {
    expect({ file, friendlyName }).toEqual({
      file: `studio/${name}.json`,
      friendlyName: `gatehouse-${name}`,
    });
    expect(bindings.baseUrl).toBe("https://gatehouse.example");
  }
});

test("what is left out has its default, and the lint accepts the same entry", () => {
  const pulled = { revision: 7, fingerprint: "0123456789ab" };
  const { ends: _ends, ...rest } = entry;
  const bindings = {
    $schema: "x",
    "incoming-call": {
      ...rest,
      pulled,
      fills: { "dial.caller_id": "home.callerId", "dialled[Is it 911?].value": "x" },
    },
  };
  write("bindings.json", bindings);
  write("incoming-call.json", flow);
  expect(readFlowFiles(folder)).toEqual([
    {
      name: "incoming-call",
      file: "studio/incoming-call.json",
      friendlyName: "gatehouse-incoming-call",
      definition: flow,
      bindings: { ...bindings["incoming-call"], ends: [] },
    },
  ]);
  expect([...readBindings(JSON.stringify(bindings)).keys()]).toEqual(["incoming-call"]);
});

test.each<[string, unknown, string]>([
  ["no JSON", "{", "Cannot read studio/bindings.json: "],
  ["no object", [], "Cannot read studio/bindings.json: it is no object of flows"],
  [
    "a flow without its file",
    { a: entry, b: entry },
    "there is no studio/b.json; remove the entry b, or add the file",
  ],
  ["a file without its entry", {}, "a.json has no entry; add one, or move the file elsewhere"],
  ["a name that is a path", { "../a": entry, a: entry }, 'the entry "../a" is no name of a file'],
  ["no service", { a: { ...entry, service: undefined } }, "studio/bindings.json: a.service: "],
  [
    "a base URL that ends with a slash",
    { a: { ...entry, baseUrl: "https://x.example/" } },
    "a.baseUrl: ends with a slash",
  ],
  ["a base URL that is none", { a: { ...entry, baseUrl: "x.example" } }, "a.baseUrl: is not an https URL"],
  ["nothing to attach it to", { a: { ...entry, attach: "phone" } }, "a.attach: "],
  ["a fill of a widget", { a: { ...entry, fills: { dial: "x" } } }, "a.fills.dial: "],
  ["a fill of a whole condition", { a: { ...entry, fills: { "dial[x]": "x" } } }, "a.fills.dial[x]: "],
  ["a fill of a nameless condition", { a: { ...entry, fills: { "dial[].value": "x" } } }, "a.fills.dial"],
  ["a misspelt member", { a: { ...entry, fill: {} } }, 'a: Unrecognized key: "fill"'],
  [
    "no fingerprint",
    { a: { ...entry, pulled: { revision: 1, fingerprint: "?" } } },
    "a.pulled.fingerprint: ",
  ],
])("bindings with %s are refused", (_name, bindings, message) => {
  write("bindings.json", bindings);
  write("a.json", flow);
  expect(() => readFlowFiles(folder)).toThrow(message);
});

test.each<[string, unknown, string]>([
  ["no JSON", "[", "Cannot read studio/a.json: "],
  ["no flow", { a: 1 }, "Cannot read studio/a.json: it is no Studio flow, for it has no list of states"],
])("a file that holds %s is refused", (_name, content, message) => {
  write("bindings.json", { a: entry });
  write("a.json", content);
  expect(() => readFlowFiles(folder)).toThrow(message);
});

test("without bindings.json it says that there is none", () => {
  expect(() => readFlowFiles(folder)).toThrow("Cannot read studio/bindings.json: there is no such file");
});
