import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../..");
const rows = readFileSync(join(root, "local-twilio/FIDELITY.md"), "utf8")
  .split("\n")
  .map((line) => line.split(/(?<!\\)\|/).slice(1, -1))
  .filter(
    (cells) => cells.length === 4 && !/^-+$/.test(cells[0]?.trim() ?? "") && cells[0]?.trim() !== "behaviour",
  );
const EVIDENCE =
  /document|recorded|inferred|guess|ours|simplified|stricter|secondary source|support article|third party|twilio\/ai|not simulated|unsupported|refused by name|follows|design/;

test("FIDELITY.md gives evidence for every behaviour it claims", () => {
  expect(rows.length).toBeGreaterThan(150);
  expect(rows.filter(([, evidence]) => !EVIDENCE.test(evidence ?? ""))).toEqual([]);
});

test("FIDELITY.md names tests that exist", () => {
  const named = rows.flatMap(([, , , tests]) =>
    [...(tests ?? "").matchAll(/`([^`]+)`/g)].map(([, file]) => file ?? ""),
  );
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter((file) => !existsSync(join(root, "test", file)))).toEqual([]);
});
