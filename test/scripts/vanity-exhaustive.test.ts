import { spawnSync } from "node:child_process";
import { commandLine } from "./command-line";

async function sweep(...words: readonly string[]) {
  const command = [...(await commandLine("vanity-exhaustive")), ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  return { status, stdout, stderr };
}

test("a sample of all last sevens is spelled without a fault", async () => {
  const { status, stdout, stderr } = await sweep("--sample", "400", "--area-code", "646");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/^400 numbers, \d{4} spellings: 0 faults, in \d+ s\n$/);
}, 180_000);

test.each([
  ["--sample", "many", "--sample wants a count, such as 100000, not many"],
  ["--sample", "0", "--sample wants a count, such as 100000, not 0"],
  ["--area-code", "101", "--area-code wants three digits, not 101"],
])("%s %s is refused", async (option, value, said) => {
  expect(await sweep(option, value)).toEqual({ status: 2, stdout: "", stderr: `${said}\n` });
});
