import type { Deployment } from "../../../src/deploy/deployment";
import type { Change } from "../../../src/deploy/plan";
import { endOf, endOfUndeploy } from "../../../src/deploy/print-outcome";
import { renderPlan } from "../../../src/deploy/render-plan";

const map = (name: string, action: Change["action"] = "create"): Change => ({
  ...{ kind: "Sync map", name, action, details: [], steps: [] },
});
const number: Change = {
  kind: "number",
  name: "+12125550100",
  action: "change",
  details: ["voice URL: none -> the flow"],
  steps: [],
};
const deployment: Deployment = {
  ...{ domainName: "gatehouse-1234.twil.io", flows: {}, numbers: {}, builds: {}, files: {}, releases: [] },
};

test("a plan has a line for what fares alike, details below what changes, and a count", () => {
  expect(renderPlan([map("calls"), map("outbox"), number, map("vanity", "leave")])).toBe(
    [
      "  + Sync map calls, outbox",
      "  ~ number +12125550100",
      "      voice URL: none -> the flow",
      "  = Sync map vanity",
      "",
      "2 to create, 1 to change, 1 left as they are",
    ].join("\n"),
  );
});

test("a plan of nothing says so", () => {
  expect(renderPlan([map("calls", "leave")])).toBe("  = Sync map calls\n\nNothing to change.");
});

test.each([
  [
    "a refusal",
    { kind: "refused", refusals: [{ why: "a", fix: "b", details: ["c"] }] },
    false,
    1,
    "- a\n    c\n  To mend it: b",
  ],
  ["no change", { kind: "unchanged", changes: [], deployment, pages: [] }, false, 0, "Nothing to change."],
  [
    "the plan that was asked for",
    { kind: "declined", changes: [number], deployment, pages: [] },
    true,
    0,
    "This is the plan.",
  ],
  ["a no", { kind: "declined", changes: [number], deployment, pages: [] }, false, 1, "Nothing was changed."],
  [
    "a deploy",
    { kind: "applied", changes: [number], deployment, pages: [] },
    false,
    0,
    "https://gatehouse-1234.twil.io. npm run doctor",
  ],
  [
    "a deploy with a web console",
    {
      kind: "applied",
      changes: [number],
      deployment,
      pages: ["https://a.twil.io/vanity.html", "https://a.twil.io/b"],
    },
    false,
    0,
    "The web console is at https://a.twil.io/vanity.html and https://a.twil.io/b.",
  ],
] as const)("%s ends with its words and exit code", (_name, outcome, onlyPlan, exitCode, words) => {
  const end = endOf(outcome, onlyPlan);
  expect(end).toMatchObject({ exitCode, text: expect.stringContaining(words) });
  expect(JSON.stringify(end.json)).not.toContain("steps");
});

test("an undeploy says where the data is", () => {
  const end = endOfUndeploy({ kind: "removed", changes: [number], backup: "b.json" }, false);
  expect(end).toMatchObject({ exitCode: 0, text: expect.stringContaining("What was in Sync is in b.json") });
  expect(endOfUndeploy({ kind: "nothing", changes: [] }, false).exitCode).toBe(0);
  expect(endOfUndeploy({ kind: "declined", changes: [] }, false).exitCode).toBe(1);
});
