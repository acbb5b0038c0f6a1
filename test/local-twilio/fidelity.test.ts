import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../..");
const rows = readFileSync(join(root, "local-twilio/FIDELITY.md"), "utf8")
  .split("\n")
  .map((line) => line.split(/(?<!\\)\|/).slice(1, -1))
  .filter(
    (cells) => cells.length === 4 && !/^-+$/.test(cells[0]?.trim() ?? "") && cells[0]?.trim() !== "behaviour",
  );
/** The words of the legend at the top, which has two columns. */
const words = readFileSync(join(root, "local-twilio/FIDELITY.md"), "utf8")
  .split("\n")
  .map((line) => line.split("|").slice(1, -1))
  .filter((cells) => cells.length === 2 && !/evidence|---/.test(cells[0] ?? ""))
  .flatMap(([cell]) => (cell ?? "").split(",").map((word) => word.trim()));

test("FIDELITY.md gives evidence for every behaviour it claims, in words that its legend explains", () => {
  expect(rows.length).toBeGreaterThan(150);
  expect(words).toContain("inferred");
  const unexplained = rows.filter(
    ([, evidence = ""]) => !words.some((word) => evidence.trim().startsWith(word)),
  );
  expect(unexplained).toEqual([]);
});

test("FIDELITY.md names tests that exist", () => {
  const named = rows.flatMap(([, , , tests]) =>
    [...(tests ?? "").matchAll(/`([^`]+)`/g)].map(([, file]) => file ?? ""),
  );
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter((file) => !existsSync(join(root, "test", file)))).toEqual([]);
});
