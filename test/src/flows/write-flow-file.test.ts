import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readFlowFiles } from "../../../src/flows/read-flow-files";
import { renameInBindings } from "../../../src/flows/rename-in-bindings";
import { writeFlowFile } from "../../../src/flows/write-flow-file";

let folder: string;
const entry = { service: "gatehouse", baseUrl: "https://gatehouse.example" };
const entries = {
  $schema: "x",
  a: {
    ...entry,
    fills: { "dial.caller_id": "home.callerId" },
    ends: ["dial.hangup", "say.audioComplete"],
    attach: "numbers",
  },
  b: { ...entry, attach: "sipDomain" },
};
const format = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gatehouse-flows-"));
  mkdirSync(join(folder, "studio"));
  writeFileSync(join(folder, "studio/bindings.json"), format(entries));
  for (const name of ["a", "b"]) writeFileSync(join(folder, `studio/${name}.json`), '{"states":[]}');
});
afterEach(() => rmSync(folder, { recursive: true }));

const bindingsText = () => readFileSync(join(folder, "studio/bindings.json"), "utf8");
const flowOf = (name: string) => {
  const flow = readFlowFiles(folder).find((one) => one.name === name);
  if (flow === undefined) throw new Error(`no flow ${name}`);
  return flow;
};

test("writeFlowFile() writes the flow as Studio exports it, and of its entry only what was pulled", () => {
  const pulled = { revision: 3, fingerprint: "0123456789ab" };
  const b = flowOf("b");
  writeFlowFile(folder, { ...b, definition: { states: [{}] }, bindings: { ...b.bindings, pulled } });
  expect(readFileSync(join(folder, "studio/b.json"), "utf8")).toBe('{\n  "states": [\n    {}\n  ]\n}\n');
  expect(bindingsText()).toBe(format({ ...entries, b: { ...entries.b, pulled } }));
  expect(readdirSync(join(folder, "studio")).sort()).toEqual(["a.json", "b.json", "bindings.json"]);
});

test("renamed widgets keep their ends and fills", () => {
  const a = flowOf("a");
  const bindings = renameInBindings(a.bindings, new Map([["dial", "ring_out"]]));
  writeFlowFile(folder, { ...a, bindings });
  const renamed = {
    ...entries.a,
    fills: { "ring_out.caller_id": "home.callerId" },
    ends: ["ring_out.hangup", "say.audioComplete"],
  };
  expect(bindingsText()).toBe(format({ ...entries, a: renamed }));
});

test("what does not change is not written", () => {
  writeFlowFile(folder, flowOf("a"));
  const files = ["a.json", "bindings.json"].map((name) => join(folder, "studio", name));
  const before = files.map((file) => statSync(file).ino);
  writeFlowFile(folder, flowOf("a"));
  expect(files.map((file) => statSync(file).ino)).toEqual(before);
  expect(bindingsText()).toBe(format(entries));
});

test("a file that cannot be written is named, and nothing half-written stays", () => {
  const a = flowOf("a");
  expect(() => writeFlowFile(folder, { ...a, file: "studio/none/a.json" })).toThrow(
    "Cannot write studio/none/a.json: ",
  );
  expect(readdirSync(join(folder, "studio")).sort()).toEqual(["a.json", "b.json", "bindings.json"]);
});
