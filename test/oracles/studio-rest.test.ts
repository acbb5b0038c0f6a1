import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import twilio from "twilio";
import { type LocalTwilio, startLocalTwilio } from "../../local-twilio/local-twilio";
import { addNumber } from "../../local-twilio/number-row";
import { createSids } from "../../local-twilio/sids";
import type { Flow } from "../../local-twilio/studio/flow";
import type { Moment } from "../../local-twilio/voice/party";

/* The oracles: Twilio's helper library, unmodified, and its OpenAPI document, which judges every exchange. Flows get in
   by REST alone, and calls have to run what REST says is published. */
const START = Date.parse("2026-01-05T15:00:00Z");
const LINE = "+12125550100";
let local: LocalTwilio;
let nextNumber = 1;
beforeAll(async () => {
  local = await startLocalTwilio({ now: START, seed: "studio-rest" });
});
afterAll(() => local.close());
afterEach(() => expect(local.journal.complaints).toEqual([]));

const studio = () => twilio(local.account.sid, local.account.authToken).studio.v2;
const say = (name: string, text: string, next?: string) => ({
  name,
  type: "say-play",
  transitions: [next === undefined ? { event: "audioComplete" } : { event: "audioComplete", next }],
  properties: { say: text },
});
const flowOf = (...states: readonly { readonly name: string }[]) => ({
  states: [
    {
      name: "Trigger",
      type: "trigger",
      transitions: [{ event: "incomingCall", next: states[0]?.name }],
      properties: { offset: { x: 0, y: 0 } },
    },
    ...states,
  ],
  initial_state: "Trigger",
  flags: { allow_concurrent_calls: true },
});
const create = (status: "draft" | "published", definition: object) =>
  studio().flows.create({ friendlyName: "incoming", status, definition });

/** A number whose calls go to the flow's webhook, as REST tells it. */
async function numberFor(flowSid: string, fallback = ""): Promise<string> {
  const { webhookUrl } = await studio().flows(flowSid).fetch();
  const number = LINE.slice(0, -2) + String(nextNumber++).padStart(2, "0");
  const urls = { voiceUrl: webhookUrl, statusCallback: webhookUrl, voiceFallbackUrl: fallback };
  addNumber({ account: local.account, clock: local.clock, sids: createSids(number) }, number, urls);
  return number;
}

/** A call by somebody who only listens; `meanwhile` happens at the first thing heard. */
async function call(to: string, meanwhile: (moment: Moment) => Promise<unknown> = async () => undefined) {
  let isFirst = true;
  const party = {
    during: async (moment: Moment) => {
      if (isFirst) await meanwhile(moment);
      isFirst = false;
      return { at: moment.seconds, does: "nothing" } as const;
    },
  };
  const answers = () => ({ does: "answers" }) as const;
  return local.receiveCall({ from: "+12125550199", to, party, callees: answers });
}
const heard = async (...parameters: Parameters<typeof call>) =>
  (await call(...parameters)).heard.filter(({ kind }) => kind === "say").map(({ text }) => text);

test("a flow that was deployed by REST answers a call", async () => {
  const { sid } = await create("published", flowOf(say("hello", "Hello", "bye"), say("bye", "Bye")));
  expect(await heard(await numberFor(sid))).toEqual(["Hello", "Bye"]);
});

test("a call runs what is published, and not the later draft", async () => {
  const { sid } = await create("published", flowOf(say("hello", "published")));
  await studio()
    .flows(sid)
    .update({ status: "draft", definition: flowOf(say("hello", "draft")) });
  const number = await numberFor(sid);
  expect(await heard(number)).toEqual(["published"]);
  await studio().flows(sid).update({ status: "published" });
  expect(await heard(number)).toEqual(["draft"]);
});

test("a call that is on ends on the revision it began with, and the next one takes the new one", async () => {
  const { sid } = await create("published", flowOf(say("one", "old one", "two"), say("two", "old two")));
  const number = await numberFor(sid);
  const publish = () =>
    studio()
      .flows(sid)
      .update({
        status: "published",
        definition: flowOf(say("one", "new one", "two"), say("two", "new two")),
      });
  expect(await heard(number, publish)).toEqual(["old one", "old two"]);
  expect(await heard(number)).toEqual(["new one", "new two"]);
});

test("a flow that was only ever a draft answers no call: the number's fallback does", async () => {
  const { sid } = await create("draft", flowOf(say("hello", "draft")));
  const other = await create("published", flowOf(say("hello", "fallback")));
  const lost = await call(await numberFor(sid));
  expect([lost.applicationError, lost.errors.map(({ code }) => code)]).toEqual([true, [11200]]);
  expect(await heard(await numberFor(sid, other.webhookUrl))).toEqual(["fallback"]);
  expect(await studio().flows(sid).executions.list()).toEqual([]);
});

test("a flow that is gone answers no call", async () => {
  const { sid } = await create("published", flowOf(say("hello", "Hello")));
  const number = await numberFor(sid);
  await studio().flows(sid).remove();
  expect((await call(number)).applicationError).toBe(true);
});

test("an edit in the visual editor is a revision that nobody described, and runs when it is published", async () => {
  const definition = flowOf(say("hello", "Hello", "bye"), say("bye", "Bye"));
  const flow = { friendlyName: "incoming", status: "published", definition, commitMessage: "ours" } as const;
  const { sid } = await studio().flows.create(flow);
  const number = await numberFor(sid);
  const edit = ({ states, ...rest }: Flow): Flow => ({
    ...rest,
    states: states.map((state) => (state.name === "hello" ? say("hello", "Edited", "bye") : state)),
  });
  expect(local.studio.editInStudio(sid, edit, { publish: false })).toBe(2);
  expect(await heard(number)).toEqual(["Hello", "Bye"]);
  local.studio.editInStudio(sid, (flow) => flow, { publish: true });
  expect(await heard(number)).toEqual(["Edited", "Bye"]);
  expect(await studio().flows(sid).fetch()).toMatchObject({ revision: 3, commitMessage: null, valid: true });
});

test("executions are listed with their steps and their context", async () => {
  const { sid } = await create("published", flowOf(say("hello", "Hello", "bye"), say("bye", "Bye")));
  const number = await numberFor(sid);
  const flow = studio().flows(sid);
  await call(number, async () => {
    expect(await flow.executions.list()).toMatchObject([{ status: "active" }]);
  });
  const before = local.clock.now();
  await local.clock.sleep(3_600_000);
  const { callSid } = await call(number);
  const [latest, first] = await flow.executions.list();
  expect(latest).toMatchObject({
    flowSid: sid,
    status: "ended",
    contactChannelAddress: "+12125550199",
    context: {},
  });
  expect(latest?.dateCreated.getTime()).toBeGreaterThan(
    first?.dateCreated.getTime() ?? Number.POSITIVE_INFINITY,
  );
  const late = await flow.executions.list({ dateCreatedFrom: new Date(before + 1000) });
  const early = await flow.executions.list({ dateCreatedTo: new Date(before + 1000) });
  expect([late, early].map((found) => found.map((one) => one.sid))).toEqual([[latest?.sid], [first?.sid]]);

  const execution = flow.executions(latest?.sid ?? "");
  expect((await execution.fetch()).toJSON()).toEqual(latest?.toJSON());
  const { context } = await execution.executionContext().fetch();
  expect(context).toMatchObject({ trigger: { call: { CallSid: callSid, To: number } } });
  const steps = await execution.steps.list();
  expect(steps.map((step) => [step.name, step.transitionedFrom, step.transitionedTo, step.type])).toEqual([
    ["audioComplete", "bye", "Ended", "say-play"],
    ["audioComplete", "hello", "bye", "say-play"],
    ["incomingCall", "Trigger", "hello", "trigger"],
  ]);
  expect(steps[0]?.parentStepSid).toBe(steps[1]?.sid);
  expect((await execution.steps(steps[1]?.sid ?? "").fetch()).toJSON()).toEqual(steps[1]?.toJSON());
  await expect(execution.steps(`FT${"0".repeat(32)}`).fetch()).rejects.toMatchObject({ status: 404 });
  const other = await create("draft", flowOf(say("hello", "Hello")));
  await expect(
    studio()
      .flows(other.sid)
      .executions(latest?.sid ?? "")
      .fetch(),
  ).rejects.toMatchObject({ status: 404 });
});

test("Flow Validate takes the flows of this repository", async () => {
  const folder = join(__dirname, "../../studio");
  const files = readdirSync(folder).filter((file) => file.endsWith(".json") && file !== "bindings.json");
  expect(files).toContain("incoming-call.json");
  for (const file of files) {
    const definition: unknown = JSON.parse(readFileSync(join(folder, file), "utf8"));
    const flow = { friendlyName: file, status: "published", definition } as const;
    expect(await studio().flowValidate.update(flow)).toMatchObject({ valid: true });
  }
});

describe("public flows", () => {
  const corpus = join(__dirname, "../../../shared/studio-corpus");
  const index = join(corpus, "INDEX.tsv");
  const lines = existsSync(index) ? readFileSync(index, "utf8").trim().split("\n").slice(1) : [];
  const rows = lines
    .map((line) => line.split("\t"))
    .map((cells) => [cells[0] ?? "", cells.at(-1)?.trim() === "ok"] as const);

  if (rows.length === 0) {
    const skipped = `public flows over REST: skipped, for there is no ${index}`;
    process.stderr.write(`SKIPPED ${skipped}\n`);
    test.skip(skipped, () => undefined);
  } else {
    test.each(rows)(
      "%s is created and comes back word for word (%s), or is refused",
      async (file, conforms) => {
        const definition: unknown = JSON.parse(readFileSync(join(corpus, file), "utf8"));
        const flow = { friendlyName: file, status: "published", definition } as const;
        if (conforms) {
          const { sid } = await studio().flows.create(flow);
          expect((await studio().flows(sid).fetch()).definition).toEqual(definition);
        } else {
          const refused = await studio()
            .flowValidate.update(flow)
            .catch((error) => error);
          expect(refused).toMatchObject({ status: 400, code: 81022 });
          for (const { property_path, message } of refused.details.errors)
            expect([property_path, message]).toEqual([
              expect.stringMatching(/^#\/states\/\d+/),
              expect.any(String),
            ]);
        }
      },
    );
  }
});
