import twilio from "twilio";
import { type LocalTwilio, startLocalTwilio } from "../../../local-twilio/local-twilio";
import { exchange } from "./rest-client";

/* The client is Twilio's own helper library, unmodified. Sources: [doc] twilio_studio_v2.json, which also judges every
   exchange; [revision] docs/studio/rest-api/v2/flow-revision; [81022] [81021] docs/api/errors. */
const START = Date.parse("2026-01-05T15:00:00Z");
let local: LocalTwilio;
beforeEach(async () => {
  local = await startLocalTwilio({ now: START, seed: "studio" });
});
afterEach(async () => {
  await local.close();
  expect(local.journal.complaints).toEqual([]);
});

const studio = () => twilio(local.account.sid, local.account.authToken).studio.v2;
const saying = (say: string) => ({
  description: "A greeting",
  states: [
    {
      name: "Trigger",
      type: "trigger",
      transitions: [{ event: "incomingCall", next: "greet" }, { event: "incomingMessage" }],
      properties: { offset: { x: 0, y: 0 } },
    },
    {
      name: "greet",
      type: "say-play",
      transitions: [{ event: "audioComplete" }],
      properties: { offset: { x: 40, y: 220 }, say, loop: 1 },
    },
  ],
  initial_state: "Trigger",
  flags: { allow_concurrent_calls: true },
});
const save = (status: "draft" | "published", say: string) => ({ status, definition: saying(say) });
interface RevisionPage {
  readonly revisions: readonly Readonly<Record<string, unknown>>[];
  readonly meta: { readonly next_page_url: string | null };
}
/** By the helper's own request: its `revisions.list()` fails on any list that is not empty (6.2.0, `revision.toString()`). */
async function listRevisions(sidOrUrl: string, pageSize = 50): Promise<RevisionPage> {
  const url = `https://studio.twilio.com/v2/Flows/${sidOrUrl}/Revisions?PageSize=${pageSize}`;
  const client = twilio(local.account.sid, local.account.authToken);
  const uri = sidOrUrl.startsWith("https:") ? sidOrUrl : url;
  return JSON.parse(JSON.stringify((await client.request({ method: "get", uri })).body));
}
const broken = { ...saying("Hi"), initial_state: "gone" };

test("a flow is made, fetched, listed without its definition, and removed [doc]", async () => {
  const made = await studio().flows.create({
    ...save("published", "Hi"),
    friendlyName: "incoming",
    commitMessage: "first",
  });
  expect(made).toMatchObject({
    ...{ friendlyName: "incoming", status: "published", revision: 1, commitMessage: "first" },
    ...{ valid: true, errors: [], warnings: [], definition: saying("Hi") },
    webhookUrl: `https://webhooks.twilio.com/v1/Accounts/${local.account.sid}/Flows/${made.sid}`,
    dateCreated: new Date(START),
  });
  expect(made.dateUpdated).toBeFalsy();
  const fetched = await studio().flows(made.sid).fetch();
  expect(fetched.toJSON()).toEqual(made.toJSON());
  const listed = await studio().flows.list();
  expect(listed).toHaveLength(1);
  expect(listed[0]?.toJSON()).toMatchObject({
    sid: made.sid,
    definition: null,
    valid: null,
    errors: null,
    warnings: null,
  });
  expect(await studio().flows(made.sid).remove()).toBe(true);
  expect(await studio().flows.list()).toEqual([]);
});

test("every save is a revision, and what it leaves out stays [revision]", async () => {
  const { sid } = await studio().flows.create({
    ...save("draft", "Hi"),
    friendlyName: "incoming",
    commitMessage: "first",
  });
  await local.clock.sleep(60_000);
  const published = await studio().flows(sid).update({ status: "published" });
  expect(published).toMatchObject({
    ...{ friendlyName: "incoming", status: "published", revision: 2, commitMessage: null },
    ...{ definition: saying("Hi"), dateCreated: new Date(START), dateUpdated: new Date(START + 60_000) },
  });
  const renamed = await studio()
    .flows(sid)
    .update({ ...save("draft", "Hello"), friendlyName: "renamed" });
  expect(renamed).toMatchObject({
    status: "draft",
    revision: 3,
    friendlyName: "renamed",
    definition: saying("Hello"),
  });
  expect(await studio().flows(sid).fetch()).toMatchObject({ revision: 3, status: "draft" });
  const { revisions } = await listRevisions(sid);
  expect(revisions.map(({ revision, status }) => [revision, status])).toEqual([
    [3, "draft"],
    [2, "published"],
    [1, "draft"],
  ]);
  expect(revisions[0]).toMatchObject({ definition: null, valid: null, errors: null });
});

test("revisions are fetched by number and by their two other names [revision]", async () => {
  const { sid } = await studio().flows.create({
    ...save("published", "one"),
    friendlyName: "a",
    commitMessage: "first",
  });
  await local.clock.sleep(60_000);
  await studio()
    .flows(sid)
    .update({ ...save("draft", "two"), friendlyName: "b" });
  const fetch = (name: string) => studio().flows(sid).revisions(name).fetch();
  const first = {
    revision: 1,
    friendlyName: "a",
    commitMessage: "first",
    definition: saying("one"),
    valid: true,
    errors: [],
  };
  expect(await fetch("1")).toMatchObject({ ...first, dateCreated: new Date(START) });
  expect(await fetch("LatestPublished")).toMatchObject(first);
  expect(await fetch("LatestRevision")).toMatchObject({
    revision: 2,
    friendlyName: "b",
    definition: saying("two"),
    dateCreated: new Date(START + 60_000),
  });
  await expect(fetch("3")).rejects.toMatchObject({ status: 404, code: 20404 });
  await expect(fetch("latest")).rejects.toMatchObject({
    status: 400,
    code: 81021,
    message: "Flow revision must be an integer or enum(LatestPublished, LatestRevision)",
  });
});

test("a flow that was never published has no LatestPublished", async () => {
  const { sid } = await studio().flows.create({ ...save("draft", "Hi"), friendlyName: "a" });
  await expect(studio().flows(sid).revisions("LatestPublished").fetch()).rejects.toMatchObject({
    status: 404,
  });
});

test("Flow Validate answers valid, or refuses as a save would, and saves nothing [doc, 81022]", async () => {
  const flow = { friendlyName: "a", status: "published" } as const;
  expect(await studio().flowValidate.update({ ...flow, definition: saying("Hi") })).toMatchObject({
    valid: true,
  });
  const refused = {
    status: 400,
    code: 81022,
    message: "Flow definition validation failed",
    moreInfo: "https://www.twilio.com/docs/errors/81022",
    details: { errors: [{ property_path: "#/initial_state", message: expect.any(String) }] },
  };
  await expect(studio().flowValidate.update({ ...flow, definition: broken })).rejects.toMatchObject(refused);
  await expect(studio().flows.create({ ...flow, definition: broken })).rejects.toMatchObject(refused);
  await expect(studio().flows.create({ ...flow, status: "draft", definition: broken })).rejects.toMatchObject(
    refused,
  );
  expect(await studio().flows.list()).toEqual([]);
  const { sid } = await studio().flows.create({ ...flow, definition: saying("Hi") });
  await expect(studio().flows(sid).update({ status: "draft", definition: broken })).rejects.toMatchObject(
    refused,
  );
  expect(await studio().flows(sid).fetch()).toMatchObject({ revision: 1 });
});

// Row by row as github.com/twilio/ai, skills/twilio/twilio-studio-flows/SKILL.md, has them.
test.each<[string, Readonly<Record<string, unknown>>, string]>([
  ["integer found, string expected", { say: 1 }, "say"],
  ["boolean found, string expected", { say: true }, "say"],
  ["string found, integer expected", { say: "Hi", loop: "1" }, "loop"],
])("the helper's error carries %s", async (message, properties, property) => {
  const [trigger, greet] = saying("Hi").states;
  const definition = { ...saying("Hi"), states: [trigger, { ...greet, properties }] };
  const refused = studio().flowValidate.update({ friendlyName: "a", status: "draft", definition });
  await expect(refused).rejects.toMatchObject({
    details: { errors: [{ property_path: `#/states/1/properties/${property}`, message }] },
  });
});

test("the details of a refusal are a plain list under a setting [81022]", async () => {
  await local.close();
  local = await startLocalTwilio({ refusalDetails: "list" });
  const refused = studio().flowValidate.update({ friendlyName: "a", status: "draft", definition: broken });
  await expect(refused).rejects.toMatchObject({
    code: 81022,
    details: [{ property_path: "#/initial_state" }],
  });
});

test("120 flows are paged to the end, the newest first, each once", async () => {
  const made: string[] = [];
  for (let n = 0; n < 120; n += 1) made.push(local.studio.createFlow(saying(`${n}`), `flow ${n}`));
  const listed = await studio().flows.list({ pageSize: 50 });
  expect(listed.map(({ sid }) => sid)).toEqual([...made].reverse());
  const first = await studio().flows.page({ pageSize: 50 });
  expect(first.instances.map(({ friendlyName }) => friendlyName).slice(0, 2)).toEqual([
    "flow 119",
    "flow 118",
  ]);
  local.studio.flows.remove(made[70] ?? "");
  const second = await first.nextPage();
  expect(second?.instances.map(({ sid }) => sid)).toEqual([...made.slice(19, 70)].reverse().slice(0, 50));
});

test("revisions are paged, too", async () => {
  const sid = local.studio.createFlow(saying("0"));
  for (let n = 1; n < 60; n += 1) local.studio.editInStudio(sid, (flow) => flow, { publish: false });
  const first = await listRevisions(sid, 25);
  const second = await listRevisions(first.meta.next_page_url ?? "");
  const third = await listRevisions(second.meta.next_page_url ?? "");
  const numbers = [first, second, third].flatMap((page) => page.revisions.map(({ revision }) => revision));
  expect(numbers).toEqual(Array.from({ length: 60 }, (_, n) => 60 - n));
  expect(third.meta.next_page_url).toBeNull();
});

test("flows that came in by the door are there, as published revision 1", async () => {
  const sid = local.studio.createFlow(JSON.stringify(saying("Hi")), "incoming");
  expect(await studio().flows(sid).fetch()).toMatchObject({
    ...{ friendlyName: "incoming", status: "published", revision: 1, valid: true, definition: saying("Hi") },
    webhookUrl: local.studio.webhookUrlOf(sid),
  });
});

test("a draft from the editor may be one that Studio does not publish", async () => {
  const sid = local.studio.createFlow(saying("Hi"));
  const sayFive = { offset: { x: 40, y: 220 }, say: 5 };
  const states = saying("Hi").states.map((state) =>
    state.name === "greet" ? { ...state, properties: sayFive } : state,
  );
  const definition = { ...saying("Hi"), states };
  expect(() => local.studio.editInStudio(sid, () => definition, { publish: true })).toThrow(
    /Cannot publish flow FW.*: #\/states\/.*\/properties\/say/,
  );
  expect(local.studio.editInStudio(sid, () => definition, { publish: false })).toBe(2);
  const draft = await studio().flows(sid).fetch();
  expect([draft.valid, draft.errors]).toEqual([
    false,
    expect.arrayContaining([expect.objectContaining({ message: "integer found, string expected" })]),
  ]);
  await expect(studio().flows(sid).update({ status: "published" })).rejects.toMatchObject({ code: 81022 });
});

test("what is not there is 404, whatever is asked of it", async () => {
  const nobody = studio().flows(`FW${"0".repeat(32)}`);
  const execution = `FN${"0".repeat(32)}`;
  const asked = [
    nobody.fetch(),
    nobody.update({ status: "published" }),
    nobody.remove(),
    nobody.revisions("1").fetch(),
    nobody.executions.list(),
    studio()
      .flows(local.studio.createFlow(saying("Hi")))
      .executions(execution)
      .fetch(),
  ];
  const statuses = await Promise.all(
    asked.map((one) =>
      one.then(
        () => 200,
        ({ status }) => status,
      ),
    ),
  );
  expect(statuses).toEqual([404, 404, 404, 404, 404, 404]);
});

describe("what a client gets wrong", () => {
  const send = (line: string, form: Readonly<Record<string, string>>) => {
    const { sid, authToken } = local.account;
    return exchange(local.restPort, line, {
      form,
      host: "studio.twilio.com",
      credentials: `${sid}:${authToken}`,
    });
  };
  const whole = { FriendlyName: "a", Status: "draft", Definition: JSON.stringify(saying("Hi")) };

  test.each(["FriendlyName", "Status", "Definition"])(
    "a flow without %s is 400 with 20001, and a breach",
    async (name) => {
      const { [name]: _left, ...form } = { ...whole } as Record<string, string>;
      expect(await send("POST /v2/Flows", form)).toMatchObject({
        status: 400,
        body: { code: 20001, message: `Missing required parameter ${name} in the post body` },
      });
      expect(local.journal.complaints.splice(0)).toEqual([expect.stringContaining(`'${name}'`)]);
    },
  );

  test("another status is 400 with 20001, and a breach", async () => {
    expect(await send("POST /v2/Flows", { ...whole, Status: "live" })).toMatchObject({
      status: 400,
      body: { code: 20001 },
    });
    expect(local.journal.complaints.splice(0)).toHaveLength(1);
  });

  test("a definition that is no JSON is refused as no object", async () => {
    expect(await send("POST /v2/Flows", { ...whole, Definition: "{" })).toMatchObject({
      status: 400,
      body: {
        code: 81022,
        details: { errors: [{ property_path: "#", message: "string found, object expected" }] },
      },
    });
  });

  test("what Twilio has and local Twilio has not is refused by name", async () => {
    const sid = local.studio.createFlow(saying("Hi"));
    const started = studio().flows(sid).executions.create({ to: "+12125550101", from: "+12125550100" });
    await expect(started).rejects.toMatchObject({
      status: 501,
      message: expect.stringContaining("CreateExecution"),
    });
    await expect(studio().flows(sid).testUsers().fetch()).rejects.toMatchObject({ status: 501 });
    expect(local.journal.complaints.splice(0)).toHaveLength(2);
  });
});
