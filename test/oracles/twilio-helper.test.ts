import { execFile } from "node:child_process";
import { promisify } from "node:util";
import twilio from "twilio";
import { type LocalTwilio, startLocalTwilio } from "../../local-twilio/local-twilio";

/* The oracle is Twilio's own helper library, unmodified, in context style: objects from create() and list() lose their
   SID in 6.1.0 to 6.2.0. It throws when a reply has not the fields and types that it expects. */
let local: LocalTwilio;
let service: string;
beforeAll(async () => {
  local = await startLocalTwilio({ now: Date.parse("2026-01-05T15:00:00Z"), seed: "helper" });
  service = local.sync.createService("gatehouse");
  local.sync.createMap(service, "graylist");
});
afterAll(() => local.close());
afterEach(() => expect(local.journal.complaints).toEqual([]));

const client = () => twilio(local.account.sid, local.account.authToken);
const map = () => client().sync.v1.services(service).syncMaps("graylist");
const NUMBER = "+12125550101";

test("the helper makes, reads, changes and removes a Map Item", async () => {
  const made = await map().syncMapItems.create({ key: NUMBER, data: { unanswered: 1 }, itemTtl: 60 });
  expect([made.revision, made.dateExpires?.toISOString()]).toEqual(["0", "2026-01-05T15:01:00.000Z"]);
  const changed = await map()
    .syncMapItems(NUMBER)
    .update({ data: { unanswered: 2 }, ifMatch: made.revision });
  expect([changed.revision, changed.data]).toEqual(["1", { unanswered: 2 }]);
  expect((await map().syncMapItems(NUMBER).fetch()).data).toEqual({ unanswered: 2 });
  expect(await map().syncMapItems(NUMBER).remove()).toBe(true);
});

test("the helper throws RestException with Twilio's status and code", async () => {
  await map().syncMapItems.create({ key: "k", data: {} });
  await expect(map().syncMapItems.create({ key: "k", data: {} })).rejects.toMatchObject({
    status: 409,
    code: 54208,
  });
  const stale = map().syncMapItems("k").update({ data: {}, ifMatch: "9" });
  await expect(stale).rejects.toMatchObject({ status: 412, code: 54205 });
  await expect(map().syncMapItems("nope").fetch()).rejects.toMatchObject({
    status: 404,
    code: 20404,
    moreInfo: "https://www.twilio.com/docs/errors/20404",
  });
  await expect(twilio(local.account.sid, "0".repeat(32)).sync.v1.services.list()).rejects.toMatchObject({
    status: 401,
    code: 20003,
  });
});

test("the helper pages through a list to its end", async () => {
  local.sync.createMap(service, "calls");
  for (let n = 0; n < 120; n += 1) local.sync.setItem(service, "calls", `k${n}`, { n });
  const items = await client()
    .sync.v1.services(service)
    .syncMaps("calls")
    .syncMapItems.list({ pageSize: 50 });
  expect(new Set(items.map(({ key }) => key)).size).toBe(120);
});

test("the helper reads and changes Services, Maps and Documents", async () => {
  const { sid } = await client().sync.v1.services.create({ friendlyName: "second" });
  const made = client().sync.v1.services(sid);
  await made.syncMaps.create({ uniqueName: "calls", ttl: 90 });
  expect((await made.syncMaps("calls").fetch()).uniqueName).toBe("calls");
  await made.documents.create({ uniqueName: "patterns", data: { a: 1 } });
  expect((await made.documents("patterns").update({ data: { a: 2 } })).data).toEqual({ a: 2 });
  expect((await made.syncMaps.list()).length).toBe(1);
  expect(await made.remove()).toBe(true);
});

test("the helper reads calls and recordings, dates as dates", async () => {
  const [at, sid, recording] = [local.clock.now(), `CA${"1".repeat(32)}`, `RE${"1".repeat(32)}`];
  local.account.calls.set(sid, {
    ...{ sid, from: NUMBER, to: "+12125550100", direction: "inbound", dateCreated: at, startTime: at },
    status: "in-progress",
  });
  local.account.recordings.set(recording, {
    ...{ sid: recording, callSid: sid, dateCreated: at, startTime: at, duration: 6, source: "RecordVerb" },
    ...{ status: "completed", speech: "Hi" },
  });
  const call = await client().calls(sid).fetch();
  expect([call.from, call.startTime.toISOString()]).toEqual([NUMBER, "2026-01-05T15:00:00.000Z"]);
  expect(await client().calls.list({ from: NUMBER, startTimeAfter: new Date(at - 1000) })).toHaveLength(1);
  const [listed] = await client().recordings.list({ callSid: sid });
  expect([listed?.sid, listed?.duration]).toEqual([recording, "6"]);
  expect(await client().recordings(recording).remove()).toBe(true);
});

test("ten concurrent updates by the helper under If-Match lose nothing", async () => {
  await map().syncMapItems.create({ key: "race", data: { count: 0 } });
  const addOne = async (): Promise<void> => {
    const { data, revision } = await map().syncMapItems("race").fetch();
    const change = { data: { count: data.count + 1 }, ifMatch: revision };
    const status = await map()
      .syncMapItems("race")
      .update(change)
      .then(
        () => 200,
        (error: { status: number }) => error.status,
      );
    if (status === 412) return addOne();
    expect(status).toBe(200);
  };
  await Promise.all(Array.from({ length: 10 }, addOne));
  expect((await map().syncMapItems("race").fetch()).data).toEqual({ count: 10 });
});

describe("in a process of its own, preloaded by NODE_OPTIONS", () => {
  const script = `
    const { ACCOUNT_SID, AUTH_TOKEN } = process.env;
    require("twilio")(ACCOUNT_SID, AUTH_TOKEN).sync.v1.services("${"$"}SERVICE").syncMaps("graylist").fetch()
      .then((map) => console.log(map.uniqueName), (error) => console.log(error.code, error.message));`;
  const run = (environment: NodeJS.ProcessEnv) => {
    const env = { PATH: process.env.PATH, ...environment };
    return promisify(execFile)(process.execPath, ["-e", script.replace("$SERVICE", service)], { env });
  };

  test("the helper reaches local Twilio", async () => {
    expect((await run(local.environment)).stdout).toBe("graylist\n");
  });

  test("without a port it is refused and reaches nobody", async () => {
    const { LOCAL_TWILIO_PORT: _left, ...rest } = local.environment;
    expect((await run(rest)).stdout).toContain("Refused to call the real sync.twilio.com: LOCAL_TWILIO_PORT");
  });
});
