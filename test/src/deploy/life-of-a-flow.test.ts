/** Deploy, a call, an edit in Studio's editor, pull, deploy again: what the owner changed is heard, and is never lost. */
import type { Flow } from "../../../local-twilio/studio/flow";
import { problemsOfFlow } from "../../../local-twilio/studio/lint/check-flow-file";
import { deploy } from "../../../src/deploy/deploy";
import { pullFlows } from "../../../src/deploy/pull-flows";
import { callLine } from "./call-line";
import { orderFor } from "./deploy-desk";
import { useDeployDesk } from "./use-deploy-desk";

const WELCOME = "Welcome to the house.";
const desk = useDeployDesk();

const deployed = async () => deploy(await orderFor(desk()));
const heard = async () => (await callLine(desk())).map(({ text }) => text).join(" ");

/** In Studio's editor the owner puts a greeting before the challenge. */
function greet(flow: Flow): Flow {
  const states = flow.states.map((state) => {
    if (state.name !== "route") return state;
    const transitions = state.transitions.map((one) =>
      one.next === "ask_challenge" ? { ...one, next: "welcome" } : one,
    );
    return { ...state, transitions };
  });
  const welcome = {
    name: "welcome",
    type: "say-play",
    transitions: [{ event: "audioComplete", next: "ask_challenge" }],
    properties: { say: WELCOME, loop: 1, voice: "default", language: "default", offset: { x: 600, y: 300 } },
  };
  return { ...flow, states: [...states, welcome] };
}

async function edit(publish: boolean): Promise<void> {
  const [flow] = await desk().account.client.studio.v2.flows.list();
  desk().local.studio.editInStudio(flow?.sid ?? "", greet, { publish });
}

const pull = () =>
  pullFlows({
    ...{ account: desk().account, projectDir: desk().folder, names: [], check: problemsOfFlow },
    ...{ published: false, dryRun: false, overwrite: false },
  });

test.each([true, false])(
  "an edit (published: %s) stops a deploy, is pulled, and is heard after the next deploy",
  async (publish) => {
    await deployed();
    expect(await heard()).not.toContain(WELCOME);
    await edit(publish);
    desk().edit("dist/functions/incoming/ended.protected.js", (text) => `${text}\n// later`);
    const refused = await deployed();
    expect(refused).toMatchObject({
      kind: "refused",
      refusals: [{ fix: expect.stringContaining("npm run studio:pull") }],
    });
    expect(JSON.stringify(refused)).toContain("welcome");
    await pull();
    expect(await deployed()).toMatchObject({ kind: "applied" });
    expect(await heard()).toMatch(new RegExp(`${WELCOME}.*please press`));
    expect(await deployed()).toMatchObject({ kind: "unchanged" });
  },
);

test("an edit that is saved while a deploy is building is not overwritten; the run stops and the next shows it", async () => {
  await deployed();
  desk().edit("studio/incoming-call.json", (text) =>
    text.replace("screens an incoming call", "screens every call"),
  );
  desk().edit("dist/functions/incoming/ended.protected.js", (text) => `${text}\n// later`);
  const order = await orderFor(desk());
  let editing: Promise<void> | undefined;
  const report = (line: string) => {
    if (line === "building in the cloud") editing = edit(true);
  };
  await expect(deploy({ ...order, report })).rejects.toThrow("Cannot publish the flow");
  await editing;
  expect(await heard()).toContain(WELCOME);
  expect(await deployed()).toMatchObject({
    kind: "refused",
    refusals: [{ why: expect.stringContaining("would lose an edit") }],
  });
});
