import { deploy } from "../../../src/deploy/deploy";
import { rollBack } from "../../../src/deploy/roll-back";
import { callLine } from "./call-line";
import { haveConsole, orderFor } from "./deploy-desk";
import { requestsToBreak } from "./requests-to-break";
import { useDeployDesk } from "./use-deploy-desk";

const MOST_REQUESTS = 70;
const SLOW_MACHINE_MS = 300_000;
const desk = useDeployDesk();

const deployed = async () => deploy(await orderFor(desk()));
const SPOKEN = "screened by the second release";

/** A second release: another prompt before the message, and another Function behind it. */
function makeSecond(): void {
  desk().edit("studio/incoming-call.json", (text) => text.replace("screens an incoming call", SPOKEN));
  desk().edit("dist/functions/incoming/screen.protected.js", (text) => `${text}\n// second`);
  desk().edit("dist/console/assets/style.css", (text) => `${text}/* second */`);
}

/** The builds and the flow that answer calls, and browsers, now. */
async function live() {
  const { client } = desk().account;
  const [flow] = await client.studio.v2.flows.list();
  const { definition, revision, status, commitMessage } = await client.studio.v2
    .flows(flow?.sid ?? "")
    .fetch();
  const builds = (await client.serverless.v1.services.list()).map(async ({ sid, uniqueName }) => {
    const [environment] = await client.serverless.v1.services(sid).environments.list();
    return [uniqueName, environment?.buildSid] as const;
  });
  const { gatehouse: buildSid, ...others } = Object.fromEntries(await Promise.all(builds));
  return {
    ...{ buildSid, consoleBuild: others["gatehouse-console"] },
    description: definition.description,
    revision,
    status,
    commitMessage,
  };
}

test("a rollback brings back the build and the flow of the release before, and deploy goes forward again", async () => {
  await deployed();
  const first = await live();
  makeSecond();
  await deployed();
  const second = await live();
  expect(await rollBack(await orderFor(desk()))).toMatchObject({ kind: "applied" });
  const back = await live();
  expect(back).toMatchObject({
    buildSid: first.buildSid,
    description: first.description,
    status: "published",
  });
  expect(back.commitMessage).toMatch(/^gatehouse [0-9a-f]{12} rollback to revision 1$/);
  expect((await callLine(desk())).map(({ text }) => text).join(" ")).toMatch(/please press/);
  expect(await deployed()).toMatchObject({ kind: "applied" });
  expect(await live()).toMatchObject({ description: second.description });
});

test("a second rollback goes one release further back", async () => {
  await deployed();
  const first = await live();
  makeSecond();
  await deployed();
  desk().edit("dist/functions/incoming/ended.protected.js", (text) => `${text}\n// third`);
  await deployed();
  await rollBack(await orderFor(desk()));
  await rollBack(await orderFor(desk()));
  expect(await live()).toMatchObject({ buildSid: first.buildSid, description: first.description });
});

test("without an earlier release there is nothing to go back to", async () => {
  await deployed();
  expect(await rollBack(await orderFor(desk()))).toMatchObject({
    kind: "refused",
    refusals: [{ why: expect.stringContaining("no earlier release") }],
  });
});

test("after a deploy that broke off, a rollback goes to the release before it", async () => {
  await deployed();
  const first = await live();
  makeSecond();
  desk().local.faults.add({ on: "http:studio.twilio.com", fault: { kind: "reset" }, after: 4 });
  await expect(deployed()).rejects.toThrow();
  desk().local.faults.clear();
  expect((await live()).buildSid).not.toBe(first.buildSid);
  await rollBack(await orderFor(desk()));
  expect(await live()).toMatchObject({ buildSid: first.buildSid, description: first.description });
});

test("a rollback never overwrites an edit that was not pulled", async () => {
  await deployed();
  makeSecond();
  await deployed();
  const [flow] = await desk().account.client.studio.v2.flows.list();
  desk().local.studio.editInStudio(flow?.sid ?? "", (was) => ({ ...was, description: "edited" }), {
    publish: true,
  });
  expect(await rollBack(await orderFor(desk()))).toMatchObject({
    kind: "refused",
    refusals: [
      { why: expect.stringContaining("would lose an edit"), fix: expect.stringContaining("studio:pull") },
    ],
  });
});

test(
  "a crash at any request of a rollback leaves calls answered, and the next one finishes",
  async () => {
    haveConsole(desk());
    await deployed();
    const { description, buildSid, consoleBuild } = await live();
    for (const request of requestsToBreak(MOST_REQUESTS)) {
      makeSecond();
      await deployed();
      desk().local.faults.add({ on: "http:*", fault: { kind: "lost" }, times: 1, after: request });
      desk().local.faults.add({ on: "http:*", fault: { kind: "reset" }, after: request });
      const outcome = await rollBack(await orderFor(desk())).catch(() => "crashed");
      desk().local.faults.clear();
      expect((await callLine(desk())).map(({ text }) => text).join(" ")).toMatch(/please press/);
      const now = await live();
      const isBack =
        now.description === description && now.buildSid === buildSid && now.consoleBuild === consoleBuild;
      if (!isBack) await rollBack(await orderFor(desk()));
      expect(await live()).toMatchObject({ description, buildSid, consoleBuild });
      if (outcome !== "crashed") return;
    }
    throw new Error(`a rollback takes fewer than ${MOST_REQUESTS} requests`);
  },
  SLOW_MACHINE_MS,
);
