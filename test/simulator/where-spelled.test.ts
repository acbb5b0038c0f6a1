import { readFileSync } from "node:fs";
import { whereSpelled } from "../../simulator/where-spelled";
import { readPolicy } from "../../src/config/read-policy";

const policyOf = (file: string) => {
  const { lines, office } = readPolicy(readFileSync(file, "utf8"), file);
  const compiled = Object.values(lines).map((line) => [line.number, { ...line, contacts: "" }] as const);
  return { lines: Object.fromEntries(compiled), ...(office && { office }) };
};

test.each([
  ["examples/household/gatehouse.private.json", "the line Number spelling +12125550103"],
  ["examples/office/gatehouse.private.json", "key 6 of the menu"],
  ["test/scenarios/policies/office.json", undefined],
])("whereSpelled() tells where %s does so", (file, where) => {
  expect(whereSpelled(policyOf(file))).toBe(where);
});
