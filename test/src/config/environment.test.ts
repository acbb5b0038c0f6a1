import { readFileSync } from "node:fs";
import { join } from "node:path";
import { COMMAND_NAMES, ENVIRONMENT_NAMES, type VariableTraits } from "../../../src/config/environment";

const example = readFileSync(join(__dirname, "../../../.env.example"), "utf8");
const tables: Readonly<Record<string, VariableTraits>> = { ...ENVIRONMENT_NAMES, ...COMMAND_NAMES };

test.each(Object.entries(tables))(".env.example says of %s what the tables say", (name, traits) => {
  const { description, format, isRequired } = traits;
  expect(example).toContain(
    `# description: ${description}\n# format: ${format}\n# required: ${isRequired}\n${name}=\n`,
  );
});

test("no variable is both the Service's and a command's", () => {
  expect(Object.keys(ENVIRONMENT_NAMES).filter((name) => name in COMMAND_NAMES)).toEqual([]);
});
