import twilio from "twilio";
import { type LocalTwilio, startLocalTwilio } from "../../../local-twilio/local-twilio";

/* Twilio's helper library, unmodified, in context style. @twilio/runtime-handler reaches the account's own Service as
   `default` (dist/dev-runtime/internal/runtime.js); twilio_sync_v1.json says of unique_name that it "can be used in place of
   the resource's sid in the URL", and judges every exchange. */
let local: LocalTwilio;
beforeEach(async () => {
  local = await startLocalTwilio({ now: Date.parse("2026-01-05T15:00:00Z"), seed: "default" });
});
afterEach(async () => {
  await local.close();
  expect(local.journal.complaints).toEqual([]);
});

const sync = () => twilio(local.account.sid, local.account.authToken).sync.v1;
const own = () => sync().services("default");

test("every account has a Service named default, which its SID names as well, and the list has", async () => {
  const fetched = await own().fetch();
  expect(fetched).toMatchObject({ sid: expect.stringMatching(/^IS[0-9a-f]{32}$/), uniqueName: "default" });
  expect((await sync().services(fetched.sid).fetch()).uniqueName).toBe("default");
  const { sid: made } = await sync().services.create({ friendlyName: "gatehouse" });
  const listed = await sync().services.list();
  expect(listed.map(({ sid, uniqueName }) => [sid, uniqueName])).toEqual(
    [
      [fetched.sid, "default"],
      [made, null],
    ].sort(([a], [b]) => ((a ?? "") < (b ?? "") ? -1 : 1)),
  );
  expect((await own().update({ friendlyName: "mine" })).friendlyName).toBe("mine");
});

test("the default Service stays, whatever it is called", async () => {
  const { sid } = await own().fetch();
  await expect(own().remove()).rejects.toMatchObject({ status: 403, code: 20403 });
  await expect(sync().services(sid).remove()).rejects.toMatchObject({ status: 403 });
  expect((await own().fetch()).sid).toBe(sid);
});

test("a document of the default Service is made once, changed under If-Match, and gone after its ttl", async () => {
  const make = () => own().documents.create({ uniqueName: "lock", data: { by: "a" }, ttl: 60 });
  const made = await make();
  expect([made.revision, made.dateExpires.toISOString()]).toEqual(["0", "2026-01-05T15:01:00.000Z"]);
  await expect(make()).rejects.toMatchObject({ status: 409, code: 54301 });
  await local.clock.sleep(30_000);
  const changed = await own()
    .documents("lock")
    .update({ data: { by: "b" }, ifMatch: "0", ttl: 60 });
  expect([changed.revision, changed.dateExpires.toISOString()]).toEqual(["1", "2026-01-05T15:01:30.000Z"]);
  const stale = own()
    .documents("lock")
    .update({ data: { by: "c" }, ifMatch: "0" });
  await expect(stale).rejects.toMatchObject({ status: 412, code: 54103 });
  expect((await own().documents("lock").fetch()).data).toEqual({ by: "b" });
  await local.clock.sleep(60_000);
  await expect(own().documents("lock").fetch()).rejects.toMatchObject({ status: 404 });
  expect((await make()).revision).toBe("0");
  expect(await own().documents("lock").remove()).toBe(true);
  expect(await own().documents.list()).toEqual([]);
});

test("maps of the default Service hold items, and noted requests and faults know them by name", async () => {
  const { sid } = await own().syncMaps.create({ uniqueName: "calls", ttl: 60 });
  await own()
    .syncMaps("calls")
    .syncMapItems.create({ key: "k", data: { n: 1 }, itemTtl: 30, collectionTtl: 90 });
  local.journal.clear();
  local.faults.add({ on: "sync:GET calls", fault: { kind: "status", status: 429 }, times: 1 });
  await expect(own().syncMaps(sid).syncMapItems("k").fetch()).rejects.toMatchObject({ status: 429 });
  expect((await own().syncMaps(sid).syncMapItems("k").fetch()).data).toEqual({ n: 1 });
  expect(local.journal.sync.map(({ target }) => target)).toEqual(["GET calls", "GET calls"]);
  expect((await own().syncMaps("calls").fetch()).dateExpires.toISOString()).toBe("2026-01-05T15:01:30.000Z");
  await local.clock.sleep(30_000);
  expect(await own().syncMaps("calls").syncMapItems.list()).toEqual([]);
});

test("a Service goes with its maps and documents", async () => {
  const { sid } = await sync().services.create({
    ...{ friendlyName: "gatehouse", webhookUrl: "https://a.example/sync", aclEnabled: true },
    ...{ webhooksFromRestEnabled: true, reachabilityWebhooksEnabled: true },
    ...{ reachabilityDebouncingEnabled: true, reachabilityDebouncingWindow: 30_000 },
  });
  expect(await sync().services(sid).fetch()).toMatchObject({
    ...{
      friendlyName: "gatehouse",
      webhookUrl: "https://a.example/sync",
      aclEnabled: true,
      uniqueName: null,
    },
    ...{ reachabilityDebouncingEnabled: true, reachabilityDebouncingWindow: 30_000 },
  });
  await sync().services(sid).syncMaps.create({ uniqueName: "blocklist", collectionTtl: 60 });
  await sync().services(sid).documents.create({});
  expect(await sync().services(sid).documents.list()).toMatchObject([{ uniqueName: null, data: {} }]);
  expect(await sync().services(sid).remove()).toBe(true);
  await expect(sync().services(sid).syncMaps("blocklist").fetch()).rejects.toMatchObject({ status: 404 });
  expect(await sync().services.list()).toHaveLength(1);
});
