import { bindFlow } from "../../../src/flows/bind-flow";
import { findRenames } from "../../../src/flows/find-renames";
import { flowPathsOf } from "../../../src/flows/flow-paths";
import { renameInBindings } from "../../../src/flows/rename-in-bindings";
import { unbindFlow } from "../../../src/flows/unbind-flow";

const bindings = { baseUrl: "https://gatehouse.example" };
const sid = (prefix: string, digit: string) => prefix + digit.repeat(32);

test("bindFlow() leads URLs to this machine and leaves everything else", () => {
  const flow = {
    url: "https://gatehouse.example/incoming/screen",
    query: "https://gatehouse.example/incoming/reject?reason={{widgets.screen_call.parsed.rejectReason}}",
    other: "https://gatehouse.example.org/",
    service_sid: `ZS${"0".repeat(32)}`,
    list: ["https://gatehouse.example", 5, true, null],
    text: "see https://gatehouse.example/",
  };
  const before = JSON.stringify(flow);
  expect(bindFlow({ definition: flow, bindings }, { domainUrl: "http://localhost:3000" })).toEqual({
    url: "http://localhost:3000/incoming/screen",
    query: "http://localhost:3000/incoming/reject?reason={{widgets.screen_call.parsed.rejectReason}}",
    other: "https://gatehouse.example.org/",
    service_sid: `ZS${"0".repeat(32)}`,
    list: ["http://localhost:3000", 5, true, null],
    text: "see https://gatehouse.example/",
  });
  expect(JSON.stringify(flow)).toBe(before);
});

/** The SIDs of Run Function, as Studio exports them. @see https://www.twilio.com/docs/studio/widget-library/run-function */
function runFunction(url: string, [service, environment, one]: readonly [string, string, string]) {
  return {
    name: "screen_call",
    type: "run-function",
    transitions: [],
    properties: { service_sid: service, environment_sid: environment, function_sid: one, url },
  };
}

const zeros = [sid("ZS", "0"), sid("ZE", "0"), sid("ZH", "0")] as const;
const service = {
  serviceSid: sid("ZS", "1"),
  environmentSid: sid("ZE", "2"),
  functions: new Map([["/incoming/screen", sid("ZH", "3")]]),
};
const targets = { domainUrl: "https://gatehouse-1234-live.twil.io", service };
const flowOf = (...states: readonly object[]) => ({ states, initial_state: "Trigger" });

test.each([
  [
    "of a Function that is known",
    "/incoming/screen",
    [service.serviceSid, service.environmentSid, sid("ZH", "3")],
  ],
  ["with a query", "/incoming/screen?x={{y}}", [service.serviceSid, service.environmentSid, sid("ZH", "3")]],
  ["of a Function that is not known", "/incoming/other", zeros],
  ["that Liquid makes", "/incoming/{{x}}", zeros],
] as const)("a Run Function widget of ours gets the SIDs beside a URL %s", (_name, path, sids) => {
  const definition = flowOf(runFunction(`https://gatehouse.example${path}`, zeros));
  const bound = bindFlow({ definition, bindings }, targets);
  expect(bound).toEqual(flowOf(runFunction(`https://gatehouse-1234-live.twil.io${path}`, sids)));
  expect(unbindFlow(bound, targets, { definition, bindings })).toEqual(definition);
});

test("whatever Function of ours the owner has picked in Studio, its SIDs are zeros in the file; foreign ones stay", () => {
  const picked = runFunction("https://Gatehouse-1234-live.twil.io/office/menu", [
    service.serviceSid,
    sid("ZE", "7"),
    sid("ZH", "8"),
  ]);
  const foreign = runFunction("https://other-9999.twil.io/x", [
    sid("ZS", "4"),
    sid("ZE", "5"),
    sid("ZH", "6"),
  ]);
  const other = { ...foreign, name: "ask_another" };
  const unbound = unbindFlow(flowOf(picked, other), targets, { definition: flowOf(), bindings });
  expect(unbound).toEqual(flowOf(runFunction("https://gatehouse.example/office/menu", zeros), other));
});

const dial = {
  name: "dial",
  type: "connect-call-to",
  properties: { to: "{{x}}", caller_id: "+12125550100" },
};
const filled = { ...bindings, fills: { "dial.caller_id": "home.callerId" } };
const values = { "home.callerId": "+12125550142" };
const withCallerId = (callerId: string, name = "dial") =>
  flowOf({ ...dial, name, properties: { ...dial.properties, caller_id: callerId } });

test("named values stand where bindings.json fills them in, and the placeholder comes back", () => {
  const source = { definition: flowOf(dial), bindings: filled };
  const bound = bindFlow(source, { ...targets, values });
  expect(bound).toEqual(withCallerId("+12125550142"));
  expect(unbindFlow(bound, { ...targets, values }, source)).toEqual(source.definition);
  const edited = withCallerId("+12125550143");
  expect(unbindFlow(edited, { ...targets, values }, source)).toEqual(edited);
  const renamed = withCallerId("+12125550142", "ring_out");
  expect(unbindFlow(renamed, { ...targets, values }, source)).toEqual(
    withCallerId("+12125550100", "ring_out"),
  );
});

/** As Studio exports a split. @see https://www.twilio.com/docs/studio/widget-library/split-based-on */
function splitOf(...conditions: readonly (readonly [friendlyName: string, value: string])[]) {
  return {
    name: "dialled",
    type: "split-based-on",
    transitions: [
      { event: "noMatch", next: "authorize" },
      ...conditions.map(([friendly_name, value]) => ({
        event: "match",
        next: "connect_emergency",
        conditions: [{ friendly_name, arguments: ["{{x}}"], type: "matches_any_of", value }],
      })),
    ],
    properties: { input: "{{x}}" },
  };
}

const split = {
  ...bindings,
  fills: { "dialled[Is it 911? Or 9.1.1].value": "home.emergencyNumbers" },
};
const numbers = { "home.emergencyNumbers": "911, 933" };

test("a condition of a split is filled in by its friendly name, and the placeholder comes back", () => {
  const source = {
    definition: flowOf(splitOf(["Is it 911? Or 9.1.1", "911"], ["other", "911"])),
    bindings: split,
  };
  const bound = bindFlow(source, { ...targets, values: numbers });
  expect(bound).toEqual(flowOf(splitOf(["Is it 911? Or 9.1.1", "911, 933"], ["other", "911"])));
  expect(unbindFlow(bound, { ...targets, values: numbers }, source)).toEqual(source.definition);
});

test.each([
  ["a value that was edited in Studio", splitOf(["Is it 911? Or 9.1.1", "911, 112"])],
  ["a branch that was taken away", splitOf(["other", "911, 933"])],
  ["a split without branches", { name: "dialled", type: "split-based-on", properties: {} }],
  ["a widget of another kind", { name: "dialled", type: "say-play" }],
])("%s stays as it is", (_name, live) => {
  const source = { definition: flowOf(splitOf(["Is it 911? Or 9.1.1", "911"])), bindings: split };
  expect(unbindFlow(flowOf(live), { ...targets, values: numbers }, source)).toEqual(flowOf(live));
});

test("a split that was renamed in Studio gets its placeholder back, and is found by its new name", () => {
  const definition = flowOf(splitOf(["Is it 911? Or 9.1.1", "911"]));
  const source = { definition, bindings: split };
  const live = flowOf({ ...splitOf(["Is it 911? Or 9.1.1", "911, 933"]), name: "is_help" });
  const held = unbindFlow(live, { ...targets, values: numbers }, source);
  expect(held).toEqual(flowOf({ ...splitOf(["Is it 911? Or 9.1.1", "911"]), name: "is_help" }));
  const flow = { service: "gatehouse", attach: "sipDomain", ends: ["dialled.match"], ...split } as const;
  expect(renameInBindings(flow, findRenames(definition, held))).toMatchObject({
    ends: ["is_help.match"],
    fills: { "is_help[Is it 911? Or 9.1.1].value": "home.emergencyNumbers" },
  });
});

test.each([
  [
    "a value",
    { "dial.caller_id": "home.number" },
    "Cannot fill in dial.caller_id: there is no value home.number",
  ],
  [
    "a widget",
    { "ring.caller_id": "home.callerId" },
    "Cannot fill in ring.caller_id: the flow has no widget ring",
  ],
  ["a property", { "dial.number": "home.callerId" }, "Cannot fill in dial.number: dial has no number"],
  [
    "a condition",
    { "dialled[Is it help?].value": "home.callerId" },
    'Cannot fill in dialled[Is it help?].value: dialled has no condition with the friendly name "Is it help?"',
  ],
  [
    "conditions that can be told apart",
    { "dialled[twin].value": "home.callerId" },
    "Cannot fill in dialled[twin].value: dialled has 2 conditions with that friendly name",
  ],
  ["a place", { dial: "home.callerId" }, "Cannot read the place dial: it is not of the form"],
  ["an inherited name", { "dial.caller_id": "toString" }, "there is no value toString"],
])("filling in without %s says so", (_name, fills, message) => {
  const split = splitOf(["twin", "1"], ["twin", "2"]);
  const source = { definition: flowOf(dial, split), bindings: { ...bindings, fills } };
  expect(() => bindFlow(source, { ...targets, values })).toThrow(message);
});

test("flowPathsOf() tells what of our Service each widget needs", () => {
  const definition = flowOf(runFunction("https://gatehouse.example/incoming/screen?x=1", zeros), {
    name: "take",
    type: "record-voicemail",
    properties: {
      recording_status_callback_url: "https://gatehouse.example/voicemail/recorded",
      transcription_callback_url: "https://gatehouse.example/{{x}}",
      other: "https://elsewhere.example/y",
    },
  });
  expect(flowPathsOf({ definition, bindings })).toEqual([
    { widget: "screen_call", path: "/incoming/screen" },
    { widget: "take", path: "/voicemail/recorded" },
  ]);
});
