/** The owner edits in Studio's editor, and the repository keeps up; the client is Twilio's helper library, unmodified. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Flow } from "../../../local-twilio/studio/flow";
import { problemsOfFlow } from "../../../local-twilio/studio/lint/check-flow-file";
import { findRefusals } from "../../../local-twilio/studio/lint/find-refusals";
import { createFlow } from "../../../src/account/studio-flows";
import { deploy } from "../../../src/deploy/deploy";
import { type KeptDeployment, keepDeployment, readDeployment } from "../../../src/deploy/deployment";
import { publishUnlessEdited } from "../../../src/deploy/flow-publish";
import { endOfPull } from "../../../src/deploy/flow-pull-report";
import { endOfPush } from "../../../src/deploy/flow-push-report";
import { type PullOrder, pullFlows } from "../../../src/deploy/pull-flows";
import { readProjectFlows } from "../../../src/deploy/read-project-flows";
import { type PushOrder, pushFlows } from "../../../src/deploy/push-flows";
import { bindFlow } from "../../../src/flows/bind-flow";
import { fingerprintOf } from "../../../src/flows/canonical-flow";
import { commitMessageOf } from "../../../src/flows/commit-message";
import { diffFlows } from "../../../src/flows/diff-flows";
import { readFlowFiles } from "../../../src/flows/read-flow-files";
import { someFlows } from "../flows/some-flows";
import { buildDist } from "./build-dist";
import { type DeployDesk, haveHome, openDeployDesk, orderFor, POLICY } from "./deploy-desk";

const FILE = "studio/incoming-call.json";
const dist = mkdtempSync(join(tmpdir(), "gatehouse-dist-"));
let desk: DeployDesk;
let kept: KeptDeployment;

beforeAll(() => buildDist(dist), 60_000);
afterAll(() => rmSync(dist, { recursive: true }));
beforeEach(async () => {
  desk = await openDeployDesk(dist);
  const { kind } = await deploy(await orderFor(desk));
  expect(kind).toBe("applied");
  kept = await readDeployment(desk.account);
}, 30_000);
afterEach(async () => {
  const { complaints } = desk.local.journal;
  await desk.close();
  expect(complaints).toEqual([]);
});

const flowSid = () => kept.deployment.flows["incoming-call"] ?? "";
const read = (file = FILE) => readFileSync(join(desk.folder, file), "utf8");
const pull = (more: Partial<PullOrder> = {}) =>
  pullFlows({
    ...{ account: desk.account, projectDir: desk.folder, names: ["incoming-call"], check: problemsOfFlow },
    ...{ published: false, dryRun: false, overwrite: false },
    ...more,
  });
const push = async (more: Partial<PushOrder> = {}) => {
  const { account, holder, confirm, report } = await orderFor(desk);
  const flows = readProjectFlows(desk.folder);
  return pushFlows({ account, holder, confirm, report, flows, check: problemsOfFlow, ...more });
};

type Change = (state: Flow["states"][number]) => Flow["states"][number];

/** What the owner does to one widget in Studio's editor. The editor itself moves things about. */
function editInStudio(widget: string, change: Change, publish = true): number {
  const edit = (flow: Flow) => ({
    ...flow,
    states: flow.states.map((state) => (state.name === widget ? change(state) : state)),
  });
  return desk.local.studio.editInStudio(flowSid(), edit, { publish });
}

const ringFor =
  (seconds: number): Change =>
  (state) => ({
    ...state,
    properties: { ...state.properties, timeout: seconds },
  });
const fileRingsFor = (seconds: number) =>
  desk.edit(FILE, (text) =>
    text.replace(/"timeout": (20|25|30),\n {8}"offset/, `"timeout": ${seconds},\n        "offset`),
  );

/** The lines that differ, as `git diff` counts them. */
function changedLines(before: string, after: string): [string, string][] {
  const [was, is] = [before.split("\n"), after.split("\n")];
  expect(is).toHaveLength(was.length);
  return was.flatMap((line, at): [string, string][] =>
    line === is[at] ? [] : [[line.trim(), is[at]?.trim() ?? ""]],
  );
}

test("pulling what was pushed touches no file", async () => {
  fileRingsFor(25);
  expect(await push()).toMatchObject({ kind: "applied", revisions: { "incoming-call": 2 } });
  const before = [FILE, "studio/bindings.json"].map((file) => [
    read(file),
    statSync(join(desk.folder, file)).mtimeMs,
  ]);
  const pulled = await pull();
  expect(pulled).toMatchObject([{ name: "incoming-call", pull: { kind: "unchanged" }, problems: [] }]);
  expect(
    [FILE, "studio/bindings.json"].map((file) => [read(file), statSync(join(desk.folder, file)).mtimeMs]),
  ).toEqual(before);
  expect(endOfPull(pulled, false)).toMatchObject({
    exitCode: 0,
    text: expect.stringContaining("nothing to pull"),
  });
  expect((await push()).kind).toBe("unchanged");
});

test("an edit in Studio comes back as the lines that the owner changed, and may then be published over", async () => {
  const before = read();
  editInStudio("connect_call", ringFor(25));
  const refused = await push();
  expect(refused).toMatchObject({
    kind: "refused",
    refusals: [{ fix: expect.stringContaining("studio:pull") }],
  });
  expect(endOfPush(refused, false).text).toContain("timeout: 25 → 20");
  expect(await deploy(await orderFor(desk))).toMatchObject({ kind: "refused" });
  const pulled = await pull();
  expect(changedLines(before, read())).toEqual([
    ['"x": 0,', '"x": 10,'],
    ['"y": 0', '"y": 10'],
    ['"timeout": 20,', '"timeout": 25,'],
  ]);
  expect(endOfPull(pulled, false).text.split("\n")).toEqual([
    `incoming-call: pulled revision 2 (published) into ${FILE}`,
    "  connect_call",
    "    timeout: 20 → 25",
    "  moved on the canvas: Trigger",
    "studio:check finds nothing wrong with it",
  ]);
  const [flow] = readFlowFiles(desk.folder);
  expect(flow?.bindings.pulled).toEqual({ revision: 2, fingerprint: fingerprintOf(flow?.definition) });
  expect((await push()).kind).toBe("unchanged");
  expect((await deploy(await orderFor(desk))).kind).toBe("unchanged");
  fileRingsFor(30);
  expect(await push()).toMatchObject({ kind: "applied", revisions: { "incoming-call": 3 } });
});

test("an unpublished draft is an edit as well; pulled, it is published by the next push", async () => {
  editInStudio("connect_call", ringFor(25), false);
  expect(endOfPush(await push(), false)).toMatchObject({
    exitCode: 1,
    text: expect.stringContaining("unpublished draft"),
  });
  expect(await pull({ published: true })).toMatchObject([{ revision: 1, pull: { kind: "unchanged" } }]);
  expect(await pull({ dryRun: true })).toMatchObject([
    { revision: 2, status: "draft", pull: { kind: "pulled" } },
  ]);
  expect(read()).not.toContain('"timeout": 25');
  expect(await pull()).toMatchObject([{ revision: 2, pull: { kind: "pulled" } }]);
  expect(read()).toContain('"timeout": 25');
  expect(await push()).toMatchObject({ kind: "applied", revisions: { "incoming-call": 3 } });
  expect((await desk.account.client.studio.v2.flows(flowSid()).fetch()).status).toBe("published");
  expect((await push()).kind).toBe("unchanged");
});

test("when both sides have changed, nothing is lost: both are shown, and Studio's is taken only when it is asked for", async () => {
  editInStudio("connect_call", ringFor(25));
  desk.edit(FILE, (text) => text.replace("Gatehouse: screens an incoming call", "Our house"));
  const before = read();
  const conflict = await pull();
  expect(read()).toBe(before);
  expect(endOfPull(conflict, false).exitCode).toBe(1);
  expect(endOfPull(conflict, false).text.split("\n").slice(0, 8)).toEqual([
    `incoming-call: not pulled: both Studio and ${FILE} have changed since revision 1`,
    "in Studio:",
    "  connect_call",
    "    timeout: 20 → 25",
    "  moved on the canvas: Trigger",
    `in ${FILE}:`,
    "  the flow itself",
    '    description: "Gatehouse: screens an incoming call" → "Our house"',
  ]);
  expect((await push()).kind).toBe("refused");
  expect(await pull({ overwrite: true })).toMatchObject([{ pull: { kind: "pulled" } }]);
  expect(read()).toContain('"timeout": 25');
  desk.edit(FILE, (text) => text.replace("Gatehouse: screens an incoming call", "Our house"));
  expect(await push()).toMatchObject({ kind: "applied", revisions: { "incoming-call": 3 } });
});

test("a second edit is compared with what was pulled the first time", async () => {
  editInStudio("connect_call", ringFor(25));
  await pull();
  editInStudio("connect_call", ringFor(30), false);
  editInStudio("connect_call", ringFor(35));
  expect(await pull()).toMatchObject([{ revision: 4, pull: { kind: "pulled" } }]);
  expect(read()).toContain('"timeout": 35');
});

test("without a version that both sides know, the file is not touched either", async () => {
  editInStudio("connect_call", ringFor(25));
  await keepDeployment(desk.account, { ...kept, deployment: { ...kept.deployment, releases: [] } });
  const client = desk.account.client.studio.v2.flows(flowSid());
  const { definition } = await client.fetch();
  await client.remove();
  const made = await desk.account.client.studio.v2.flows.create({
    ...{ friendlyName: "gatehouse-incoming-call", status: "published", definition },
  });
  const before = read();
  const pulled = await pull();
  expect(pulled).toMatchObject([{ revision: 1, pull: { kind: "conflict", since: undefined, inFile: [] } }]);
  expect(endOfPull(pulled, false).text).toContain("is not ours");
  expect(read()).toBe(before);
  expect(await pull({ overwrite: true })).toMatchObject([{ pull: { kind: "pulled" } }]);
  fileRingsFor(30);
  expect((await push()).kind).toBe("applied");
  expect((await readDeployment(desk.account)).deployment.flows["incoming-call"]).toBe(made.sid);
});

/** Flows that Studio takes, ours and public ones, and what of each would be our Service's address. */
const acceptedFlows = someFlows
  .filter(({ definition }) => findRefusals(definition).length === 0)
  .map(({ definition, text }, at) => {
    const [base] = /https:\/\/[\w.-]+\.\w+(?=[/"])/.exec(text) ?? [];
    return { name: `flow-${at}`, definition, text, baseUrl: base ?? "https://gatehouse.example" };
  });

test("every flow that Studio takes comes back untouched, and edited only where it was edited", async () => {
  expect(acceptedFlows.length).toBeGreaterThan(someFlows.length / 2);
  haveHome(desk);
  const entry = { service: "gatehouse", attach: "sipDomain" };
  const entries = acceptedFlows.map(({ name, baseUrl }) => [name, { ...entry, baseUrl }]);
  desk.edit("studio/bindings.json", (text) =>
    JSON.stringify({ ...JSON.parse(text), ...Object.fromEntries(entries) }),
  );
  for (const { name, text } of acceptedFlows) writeFileSync(join(desk.folder, `studio/${name}.json`), text);
  const targets = { domainUrl: `https://${kept.deployment.domainName}` };
  const made = await Promise.all(
    readFlowFiles(desk.folder)
      .filter(({ name }) => acceptedFlows.some((flow) => flow.name === name))
      .map((flow) =>
        createFlow(desk.account, {
          friendlyName: flow.friendlyName,
          definition: bindFlow(flow, targets),
          commitMessage: commitMessageOf(flow.definition),
        }),
      ),
  );
  const names = acceptedFlows.map(({ name }) => name);
  const kinds = async () => new Set((await pull({ names })).map(({ pull: { kind } }) => kind));
  expect(await kinds()).toEqual(new Set(["unchanged"]));
  for (const { name, text } of acceptedFlows) expect(read(`studio/${name}.json`)).toBe(text);
  for (const { sid } of made) desk.local.studio.editInStudio(sid, (flow) => flow, { publish: false });
  expect(await kinds()).toEqual(new Set(["pulled"]));
  for (const { name, definition } of acceptedFlows) {
    const changes = diffFlows(definition, JSON.parse(read(`studio/${name}.json`)));
    expect(changes).toMatchObject([{ kind: "moved" }]);
  }
}, 60_000);

test("a file that is ahead of Studio is left alone, unless Studio's version is asked for", async () => {
  const before = read();
  fileRingsFor(25);
  const after = read();
  expect(await pull()).toMatchObject([{ pull: { kind: "ahead" } }]);
  expect(read()).toBe(after);
  expect(await pull({ overwrite: true })).toMatchObject([{ pull: { kind: "pulled" } }]);
  expect(read()).toBe(before);
});

test("what the repository has already, and Studio's owner has made too, is noted as pulled", async () => {
  editInStudio("connect_call", ringFor(25));
  await pull();
  const noted = read("studio/bindings.json");
  desk.edit("studio/bindings.json", (text) => text.replace(/,\n {4}"pulled": \{[^}]*\}/, ""));
  expect(read("studio/bindings.json")).not.toContain("pulled");
  expect(await pull()).toMatchObject([{ pull: { kind: "unchanged" } }]);
  expect(read("studio/bindings.json")).toBe(noted);
});

test("a widget of the owner's that runs a Function of ours comes without hosts and SIDs, and the lint says what it lacks", async () => {
  const { domainName, serviceSid, environmentSid } = kept.deployment;
  const [picked] = await desk.account.client.serverless.v1.services(serviceSid ?? "").functions.list();
  const add = (flow: Flow): Flow => ({
    ...flow,
    states: [
      ...flow.states,
      {
        name: "ask_again",
        type: "run-function",
        transitions: [{ event: "success", next: "greet_caller" }, { event: "fail" }],
        properties: {
          ...{ service_sid: serviceSid, environment_sid: environmentSid, function_sid: picked?.sid },
          ...{ url: `https://${domainName}/incoming/screen`, parameters: [], offset: { x: 5, y: 5 } },
        },
      },
    ],
  });
  desk.local.studio.editInStudio(flowSid(), add, { publish: true });
  const pulled = await pull();
  expect(read()).toContain('"url": "https://gatehouse.example/incoming/screen",\n        "parameters": []');
  expect(read()).not.toMatch(/Z[SEH](?!0{32})[0-9a-f]{32}|twil\.io/);
  const { text, exitCode } = endOfPull(pulled, false);
  expect(text).toContain("+ ask_again (run-function)");
  expect(text).toContain(`${FILE}: error wiring ask_again: fail leads nowhere`);
  expect(exitCode).toBe(1);
  const refused = await push();
  expect(refused).toMatchObject({
    kind: "refused",
    refusals: expect.arrayContaining([
      expect.objectContaining({ why: expect.stringContaining("fail leads nowhere") }),
    ]),
  });
});

test("a widget that is renamed in Studio is renamed in bindings.json, too", async () => {
  const rename = (flow: Flow): Flow =>
    JSON.parse(JSON.stringify(flow).replaceAll('"take_message_anyway"', '"record_anyway"'));
  desk.local.studio.editInStudio(flowSid(), rename, { publish: true });
  const pulled = await pull();
  expect(endOfPull(pulled, false)).toMatchObject({
    exitCode: 0,
    text: expect.stringContaining("record_anyway\n    was called take_message_anyway"),
  });
  expect(read("studio/bindings.json")).toContain('"record_anyway.hangup"');
  expect(read("studio/bindings.json")).not.toContain("take_message_anyway");
});

test("an edit where deploy fills in from the policy is pulled with a warning, and a place that is gone as an error", async () => {
  haveHome(desk);
  const file = "studio/outgoing-call.json";
  expect((await deploy(await orderFor(desk))).kind).toBe("applied");
  const { flows } = (await readDeployment(desk.account)).deployment;
  const change = (was: string, is: string) => {
    const edit = (flow: Flow): Flow => JSON.parse(JSON.stringify(flow).replace(was, is));
    desk.local.studio.editInStudio(flows["outgoing-call"] ?? "", edit, { publish: true });
    return pull({ names: ["outgoing-call"] });
  };
  const added = endOfPull(await change('"911, 933"', '"911, 933, 112"'), false);
  expect(added.exitCode).toBe(0);
  expect(added.text).toContain(
    `${file}: warning fills: dialled[emergency].value: deploy fills it in from the policy (home.emergencyNumbers), and does not keep`,
  );
  const renamed = endOfPull(
    await change('"friendly_name":"emergency"', '"friendly_name":"If value matches_any_of 911"'),
    false,
  );
  expect(renamed.exitCode).toBe(1);
  expect(renamed.text).toContain(
    `${file}: error fills: dialled[emergency].value: dialled has no condition with the friendly name "emergency"`,
  );
});

test("a push is a release: the build that was live, with the flow's new revision", async () => {
  fileRingsFor(25);
  const asked: string[] = [];
  const confirm: PushOrder["confirm"] = async ([change]) => {
    asked.push(...(change?.details ?? []));
    return true;
  };
  const pushed = await push({ confirm });
  expect(asked).toEqual(["revision 1 is another version of ours", "connect_call", "  timeout: 20 → 25"]);
  expect(endOfPush(pushed, false)).toMatchObject({
    exitCode: 0,
    text: "Done. Calls meet incoming-call at revision 2.",
  });
  const { releases } = (await readDeployment(desk.account)).deployment;
  expect(releases).toMatchObject([
    { flows: { "incoming-call": 1 } },
    { buildSid: releases[0]?.buildSid, flows: { "incoming-call": 2 } },
  ]);
  expect((await push()).kind).toBe("unchanged");
});

/** A second flow, for the SIP phone. */
function addSecond(): void {
  desk.edit("studio/bindings.json", (text) => {
    const entries = JSON.parse(text);
    return JSON.stringify({ ...entries, second: { ...entries["incoming-call"], attach: "sipDomain" } });
  });
  writeFileSync(join(desk.folder, "studio/second.json"), read());
}

test("of several flows only those are published that differ", async () => {
  haveHome(desk);
  addSecond();
  expect((await deploy(await orderFor(desk))).kind).toBe("applied");
  fileRingsFor(25);
  expect(await push()).toMatchObject({ kind: "applied", revisions: { "incoming-call": 2, second: 1 } });
});

test("without a home, a flow for a SIP phone is neither pushed nor pulled, and stays in Studio", async () => {
  haveHome(desk);
  addSecond();
  await deploy(await orderFor(desk));
  desk.edit("assets/gatehouse.private.json", () => JSON.stringify(POLICY));
  const outcome = await deploy(await orderFor(desk));
  if (outcome.kind === "refused") throw new Error("it was refused");
  expect(outcome.changes).toContainEqual(
    expect.objectContaining({ kind: "flow", name: "second", action: "leave", steps: [] }),
  );
  expect(outcome.deployment.flows.second).toMatch(/^FW/);
  await expect(pull({ names: ["second"] })).rejects.toThrow("Cannot pull second: the policy has no home");
  await expect(pull({ names: ["third"] })).rejects.toThrow("Cannot pull third: there is no such flow");
  fileRingsFor(25);
  expect(await push()).toMatchObject({ kind: "applied", revisions: { "incoming-call": 2 } });
});

test("what others publish while the owner reads the plan stops the push", async () => {
  fileRingsFor(25);
  const flow = desk.account.client.studio.v2.flows(flowSid());
  const confirm: PushOrder["confirm"] = async () => {
    const { definition, commitMessage = "" } = await flow.fetch();
    await flow.update({ status: "published", definition, commitMessage });
    return true;
  };
  await expect(push({ confirm })).rejects.toThrow("the account has changed since the plan was shown");
  expect((await flow.fetch()).revision).toBe(2);
});

test("a push that is not confirmed changes nothing", async () => {
  fileRingsFor(25);
  const declined = await push({ confirm: async () => false });
  expect(endOfPush(declined, true)).toMatchObject({ exitCode: 0, json: { outcome: "planned" } });
  expect(endOfPush(declined, false)).toMatchObject({ exitCode: 1, json: { outcome: "declined" } });
  expect((await desk.account.client.studio.v2.flows(flowSid()).fetch()).revision).toBe(1);
});

test("an edit made while the owner reads the plan is not published over", async () => {
  fileRingsFor(25);
  const confirm: PushOrder["confirm"] = async () => {
    editInStudio("connect_call", ringFor(30), false);
    return true;
  };
  expect(await push({ confirm })).toMatchObject({ kind: "refused" });
  const { sid, friendlyName, definition } = await desk.account.client.studio.v2.flows(flowSid()).fetch();
  const order = publishUnlessEdited(
    desk.account,
    { sid, friendlyName, revision: 1 },
    { definition, commitMessage: "" },
  );
  await expect(order).rejects.toThrow("it was at revision 1, and is at 2 now");
});

test("a flow that calls what is not live, or that has secrets in it, is not pushed", async () => {
  desk.edit(FILE, (text) =>
    text
      .replace("/incoming/ended", "/incoming/finished")
      .replace('"to": "{{widgets.screen_call.parsed.to}}"', '"to": "+12125550142"'),
  );
  const { text } = endOfPush(await push(), false);
  expect(text).toContain(
    "the widget note_end of the flow incoming-call calls /incoming/finished, which the live build has not",
  );
  expect(text).toContain("error literals connect_call: to holds a phone number");
});

test("what Studio refuses is not pushed, and its words name the widget", async () => {
  desk.edit(FILE, (text) => text.replace('"timeout": 20', '"timeout": "20"'));
  const { text } = endOfPush(await push({ check: () => [] }), false);
  expect(text).toContain("Studio refuses the flow incoming-call");
  expect(text).toMatch(/ {4}connect_call timeout: .*integer expected/);
});

test("before the first deploy neither goes, and says what comes first", async () => {
  for (const row of desk.local.studio.flows.list()) desk.local.studio.flows.remove(row.sid);
  expect(endOfPull(await pull(), false).text).toBe(
    "incoming-call: the account has no such flow; npm run deploy makes it",
  );
  expect(endOfPush(await push(), false).text).toContain(
    "npm run deploy makes it, and points what calls it there",
  );
  await desk.account.client.serverless.v1.services("gatehouse").remove();
  await expect(pull()).rejects.toThrow("nothing is deployed yet");
  await expect(pull({ names: ["incoming"] })).rejects.toThrow(
    "Cannot pull incoming: there is no such flow; there are incoming-call",
  );
});
