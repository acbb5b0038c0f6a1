/** What holds for every flow: for ours, and for those that people published. */
import fc from "fast-check";
import { parseFlow } from "../../../local-twilio/studio/parse-flow";
import { rearrangeDefinition } from "../../../local-twilio/studio/rearrange-definition";
import { arrangeFlow } from "../../../src/flows/arrange-flow";
import { bindFlow } from "../../../src/flows/bind-flow";
import { canonicalFlow, fingerprintOf, isSameFlow } from "../../../src/flows/canonical-flow";
import { commitMessageOf, parseFingerprint } from "../../../src/flows/commit-message";
import { diffFlows } from "../../../src/flows/diff-flows";
import { formatFlow } from "../../../src/flows/format-flow";
import { isRecord, listIn } from "../../../src/flows/json";
import { renderFlowDiff } from "../../../src/flows/render-flow-diff";
import { propertiesOf, statesOf } from "../../../src/flows/states";
import { unbindFlow } from "../../../src/flows/unbind-flow";
import {
  anyFlow,
  anySeed,
  changeAt,
  type Draw,
  drawFrom,
  leavesOf,
  type SomeFlow,
  shuffleFlow,
  someFlows,
} from "./some-flows";

const sid = (prefix: string, digit: string) => prefix + digit.repeat(32);

/** Of a flow that was not written for us: the base of the first URL that a Run Function widget has, and what to fill in. */
function bindingOf({ definition }: SomeFlow, draw: Draw) {
  const urls = statesOf(definition).flatMap((state) =>
    Object.values(propertiesOf(state)).filter((value) => typeof value === "string"),
  );
  const bases = urls.flatMap((url) => /^https:\/\/[^/?#{]+/.exec(url)?.[0] ?? []);
  const baseUrl = bases[Math.floor(draw() * bases.length)] ?? "https://gatehouse.example";
  const places = statesOf(definition).flatMap((state) =>
    Object.entries(propertiesOf(state)).flatMap(([property, value]) =>
      typeof value === "string" && property !== "url" && draw() < 0.1 ? [`${state.name}.${property}`] : [],
    ),
  );
  const all = [...places, ...conditionsIn(definition).filter(() => draw() < 0.3)];
  return { baseUrl, fills: Object.fromEntries(all.map((place) => [place, `value of ${place}`])) };
}

/** The conditions that their friendly names tell apart within their widget. */
function conditionsIn(definition: unknown): string[] {
  return statesOf(definition).flatMap(({ name, transitions }) => {
    const lists = listIn(transitions).flatMap((one) => (isRecord(one) ? [listIn(one.conditions)] : []));
    const names = lists.flat().flatMap((one) => (isRecord(one) ? [String(one.friendly_name)] : []));
    const alone = names.filter((one) => one !== "" && names.indexOf(one) === names.lastIndexOf(one));
    return alone.map((one) => `${name}[${one}].value`);
  });
}

test("there are conditions to fill in", () => {
  expect(someFlows.flatMap(({ definition }) => conditionsIn(definition)).length).toBeGreaterThan(10);
});

function targetsOf({ baseUrl, fills }: ReturnType<typeof bindingOf>, definition: unknown) {
  const paths = statesOf(definition).flatMap((state) => {
    const { url } = propertiesOf(state);
    return typeof url === "string" && url.startsWith(baseUrl)
      ? [url.slice(baseUrl.length).split("?")[0] ?? ""]
      : [];
  });
  return {
    domainUrl: "https://gatehouse-1234-live.twil.io",
    service: {
      serviceSid: sid("ZS", "1"),
      environmentSid: sid("ZE", "2"),
      functions: new Map(paths.map((path) => [path, sid("ZH", "3")])),
    },
    values: Object.fromEntries(Object.values(fills).map((name) => [name, `+1212555${1000 + name.length}`])),
  };
}

test("there are flows of every size among them", () => {
  expect(someFlows.length).toBeGreaterThan(0);
});

test("unbinding what was bound gives the flow, to the byte", () => {
  fc.assert(
    fc.property(anyFlow, anySeed, (flow, seed) => {
      const draw = drawFrom(seed);
      const bindings = bindingOf(flow, draw);
      const source = { definition: flow.definition, bindings };
      const targets = targetsOf(bindings, flow.definition);
      const bound = bindFlow(source, targets);
      if (JSON.stringify(flow.definition).includes(`"${bindings.baseUrl}/`))
        expect(JSON.stringify(bound)).not.toContain(`"${bindings.baseUrl}/`);
      expect(formatFlow(unbindFlow(bound, targets, source))).toBe(formatFlow(flow.definition));
      const anyOrder = unbindFlow(shuffleFlow(bound, draw), targets, source);
      expect(isSameFlow(anyOrder, flow.definition)).toBe(true);
    }),
  );
});

test("arranging what another has shuffled gives the flow, to the byte", () => {
  fc.assert(
    fc.property(anyFlow, anySeed, ({ definition }, seed) => {
      const draw = drawFrom(seed);
      const shuffled = shuffleFlow(definition, draw);
      expect(isSameFlow(shuffled, definition)).toBe(true);
      expect(fingerprintOf(shuffled)).toBe(fingerprintOf(definition));
      expect(diffFlows(definition, shuffled)).toEqual([]);
      expect(formatFlow(arrangeFlow(shuffled, definition))).toBe(formatFlow(definition));
    }),
  );
});

test("what Studio's editor does to a flow by itself is one widget that moved a little", () => {
  const exported = someFlows.filter(({ definition }) => canBeOpened(definition));
  expect(exported.length).toBeGreaterThan(someFlows.length / 2);
  for (const { definition } of exported) {
    const [first] = statesOf(definition);
    const arranged = arrangeFlow(rearrangeDefinition(parseFlow(definition)), definition);
    expect(diffFlows(definition, arranged)).toEqual([{ kind: "moved", widget: first?.name }]);
    const back = changeAt(arranged, ["states", 0, "properties"], () => first?.properties);
    expect(formatFlow(back)).toBe(formatFlow(definition));
  }
});

function canBeOpened(definition: unknown): boolean {
  try {
    return parseFlow(definition).states.length > 0;
  } catch {
    return false;
  }
}

test("arranging one flow like another loses nothing, invents nothing, and leaves branches in their order", () => {
  fc.assert(
    fc.property(anyFlow, anyFlow, anySeed, (live, { definition: ours }, seed) => {
      const draw = drawFrom(seed);
      const definition = shuffleFlow(live.definition, draw);
      const arranged = arrangeFlow(definition, ours);
      expect(canonicalFlow(arranged)).toBe(canonicalFlow(definition));
      expect(arrangeFlow(arranged, ours)).toEqual(arranged);
    }),
  );
});

const anEdit = fc.tuple(anyFlow, anySeed).map(([{ definition }, seed]) => {
  const draw = drawFrom(seed);
  const leaves = leavesOf(definition);
  const path = leaves[Math.floor(draw() * leaves.length)] ?? [];
  const edited = changeAt(definition, path, (leaf) =>
    typeof leaf === "string" ? `${leaf}!` : { was: leaf },
  );
  return { definition, edited, path };
});

test("any edit has another fingerprint, and a difference that names the widget", () => {
  fc.assert(
    fc.property(anEdit, ({ definition, edited, path }) => {
      expect(fingerprintOf(edited)).not.toBe(fingerprintOf(definition));
      const [place, at] = path;
      const state = place === "states" ? statesOf(edited)[Number(at)] : undefined;
      const changes = diffFlows(definition, edited);
      const names = changes.map((change) => ("widget" in change ? change.widget : "the flow itself"));
      expect(names).toContain(state === undefined ? "the flow itself" : state.name);
      expect(renderFlowDiff(changes)).toContain(state === undefined ? "the flow itself" : state.name);
      expect(JSON.parse(JSON.stringify(changes))).toEqual(changes);
    }),
    { numRuns: 300 },
  );
});

test("a widget that is taken away, renamed or moved is told as that", () => {
  fc.assert(
    fc.property(anyFlow, anySeed, ({ definition }, seed) => {
      const draw = drawFrom(seed);
      if (!isRecord(definition)) return;
      const states = statesOf(definition);
      const at = Math.floor(draw() * states.length);
      const [one] = states.slice(at);
      const widget = String(one?.name);
      const without = { ...definition, states: states.filter((state) => state !== one) };
      expect(diffFlows(definition, without)).toEqual([
        { kind: "removed", widget, type: one?.type, state: one },
      ]);
      expect(diffFlows(without, definition)).toEqual([
        { kind: "added", widget, type: one?.type, state: one },
      ]);
      const renamed: unknown = JSON.parse(
        JSON.stringify(definition).replaceAll(
          new RegExp(`("(?:name|next|initial_state)":)${JSON.stringify(widget)}`, "g"),
          '$1"another_name"',
        ),
      );
      expect(diffFlows(definition, renamed)).toEqual([
        { kind: "renamed", widget: "another_name", before: widget },
      ]);
      const moved = changeAt(definition, ["states", at, "properties"], (properties) => ({
        ...(isRecord(properties) ? properties : {}),
        offset: { x: -1, y: draw() },
      }));
      const isPlaced = isRecord(one?.properties);
      if (isPlaced) expect(diffFlows(definition, moved)).toEqual([{ kind: "moved", widget }]);
      expect(renderFlowDiff([{ kind: "moved", widget }])).toBe(`moved on the canvas: ${widget}`);
    }),
  );
});

test("the order of a split's branches means something", () => {
  const splits = someFlows.flatMap(({ definition }) =>
    statesOf(definition).flatMap((state, at) => {
      const list = Array.isArray(state.transitions) ? state.transitions : [];
      return list.filter(({ event }) => event === "match").length > 1
        ? [{ definition, at, widget: state.name }]
        : [];
    }),
  );
  // Our own flow has some, also where the public ones are not at hand.
  expect(splits.length).toBeGreaterThan(0);
  for (const { definition, at, widget } of splits) {
    const turned = changeAt(definition, ["states", at, "transitions"], (list) =>
      Array.isArray(list) ? [...list].reverse() : list,
    );
    expect(fingerprintOf(turned)).not.toBe(fingerprintOf(definition));
    expect(diffFlows(definition, turned)).toEqual([
      expect.objectContaining({ widget, what: "order of branches" }),
    ]);
    expect(isSameFlow(arrangeFlow(turned, definition), turned)).toBe(true);
  }
});

test("a commit message of ours says what the revision holds", () => {
  for (const { definition } of someFlows) {
    expect(parseFingerprint(commitMessageOf(definition))).toBe(fingerprintOf(definition));
    expect(parseFingerprint(commitMessageOf(definition, 3))).toBe(fingerprintOf(definition));
    expect(commitMessageOf(definition, 3)).toMatch(/ rollback to revision 3$/);
  }
  for (const foreign of ["", "gatehouse", "tuned the gatehouse 0123456789ab", "gatehouse 0123456789abc"])
    expect(parseFingerprint(foreign)).toBeUndefined();
});
