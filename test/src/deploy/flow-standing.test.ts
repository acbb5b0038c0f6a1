import type { LiveFlow } from "../../../src/account/studio-flows";
import { flowStanding } from "../../../src/deploy/flow-standing";
import { bindFlow } from "../../../src/flows/bind-flow";
import { fingerprintOf } from "../../../src/flows/canonical-flow";
import { commitMessageOf } from "../../../src/flows/commit-message";
import type { FlowBindings, FlowFile } from "../../../src/flows/flow-file";

const bindings: FlowBindings = {
  ...{ service: "gatehouse", baseUrl: "https://gatehouse.example", ends: [], attach: "numbers", fills: {} },
};
const targets = { domainUrl: "https://gatehouse-1234-production.twil.io" };

function saying(say: string) {
  const properties = { say, loop: 1, offset: { x: 0, y: 0 } };
  const url = "https://gatehouse.example/incoming/ended";
  return {
    states: [
      {
        name: "greet",
        type: "say-play",
        transitions: [{ event: "audioComplete", next: "note" }],
        properties,
      },
      { name: "note", type: "run-function", transitions: [{ event: "success" }], properties: { url } },
    ],
    initial_state: "greet",
  };
}

const flowOf = (definition: unknown, pulled?: FlowBindings["pulled"]): FlowFile => ({
  ...{ name: "incoming-call", file: "studio/incoming-call.json", friendlyName: "gatehouse-incoming-call" },
  ...{ definition, bindings: { ...bindings, pulled } },
});

function live(definition: unknown, more: Partial<LiveFlow> = {}): LiveFlow {
  const bound = bindFlow(flowOf(definition), targets);
  return {
    ...{ sid: "FW1", friendlyName: "x", revision: 7, status: "published", webhookUrl: "" },
    ...{ definition: bound, commitMessage: commitMessageOf(definition) },
    ...more,
  };
}

const now = saying("Hello");
const before = saying("Hi");
const owners = saying("Welcome");
const byOwner = { commitMessage: "" };
const elsewhere = bindFlow(flowOf(now), { domainUrl: "https://gatehouse-9999-production.twil.io" });
/** Studio adds a property that we left out. */
const filledIn = (definition: ReturnType<typeof saying>) => ({
  ...definition,
  flags: { allow_concurrent_calls: true },
});

test.each<[string, LiveFlow | undefined, Partial<{ released: number; pulled: string }>, string, RegExp]>([
  ["is not there", undefined, {}, "absent", /^$/],
  ["holds what we would publish", live(now), {}, "same", /^$/],
  ["holds that, whoever published it", live(now, byOwner), {}, "same", /^$/],
  ["holds it as a draft", live(now, { status: "draft" }), {}, "ours", /^revision 7 is a draft/],
  ["holds an older version of ours", live(before), {}, "ours", /another version of ours/],
  [
    "holds an older version of ours, rolled back to",
    live(before, { commitMessage: commitMessageOf(before, 3) }),
    {},
    "ours",
    /another version of ours/,
  ],
  ["was edited", live(owners, byOwner), {}, "edited", /^revision 7, published, was edited/],
  [
    "was edited, with a commit message like ours",
    live(owners, { commitMessage: commitMessageOf(now) }),
    {},
    "edited",
    /edited/,
  ],
  ["was edited in a draft", live(owners, { ...byOwner, status: "draft" }), {}, "edited", /unpublished draft/],
  [
    "was edited and pulled",
    live(owners, byOwner),
    { pulled: fingerprintOf(owners) },
    "pulled",
    /and pulled$/,
  ],
  [
    "was edited since it was pulled",
    live(owners, byOwner),
    { pulled: fingerprintOf(before) },
    "edited",
    /edited/,
  ],
  ["leads to another Service", live(now, { definition: elsewhere }), {}, "edited", /edited/],
  [
    "leads to another Service, as we released it",
    live(now, { definition: elsewhere }),
    { released: 7 },
    "ours",
    /what was deployed before/,
  ],
  [
    "was filled in by Studio as we released it",
    live(filledIn(now), { commitMessage: commitMessageOf(now) }),
    { released: 7 },
    "same",
    /^$/,
  ],
  [
    "was filled in by Studio, an older version of ours",
    live(filledIn(before), { commitMessage: commitMessageOf(before) }),
    { released: 7 },
    "ours",
    /another version/,
  ],
  [
    "was edited after the revision that we released",
    live(owners, { ...byOwner, revision: 8 }),
    { released: 7 },
    "edited",
    /edited/,
  ],
  [
    "was made anew by the owner, with the number that we released",
    live(owners, byOwner),
    { released: 7 },
    "edited",
    /edited/,
  ],
])("a flow that %s", (_name, revision, { released, pulled }, kind, why) => {
  const ours = flowOf(now, pulled === undefined ? undefined : { revision: 6, fingerprint: pulled });
  const standing = flowStanding(revision, ours, { targets, released });
  expect(standing.kind).toBe(kind);
  if (standing.kind === "absent") return;
  expect(standing.why).toMatch(why);
  expect(standing.changes.length > 0).toBe(JSON.stringify(standing.held) !== JSON.stringify(now));
});
