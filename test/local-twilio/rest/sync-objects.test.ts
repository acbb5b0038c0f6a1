import { type Rest, startRest } from "./rest-client";

/* Sources: [doc] twilio_sync_v1.json; [recorded] as in sync-items.test.ts. Zero complaints: the document agrees. */
let rest: Rest;
let service: string;
beforeEach(async () => {
  rest = await startRest();
  service = `/v1/Services/${rest.sync.createService("gatehouse")}`;
});
afterEach(async () => {
  await rest.close();
  expect(rest.journal.complaints).toEqual([]);
});

test("a Service is made, found, changed and deleted [doc]", async () => {
  const made = await rest.send("POST /v1/Services", { form: { FriendlyName: "x", AclEnabled: "true" } });
  expect(made).toMatchObject({ status: 201, body: { friendly_name: "x", acl_enabled: true } });
  const path = `/v1/Services/${made.body.sid}`;
  const changed = await rest.send(`POST ${path}`, { form: { FriendlyName: "y" } });
  expect(changed.body).toMatchObject({ friendly_name: "y", acl_enabled: true });
  expect((await rest.send(`DELETE ${path}`)).status).toBe(204);
  expect((await rest.send(`GET ${path}`)).status).toBe(404);
});

test("a Map answers to its SID and to its unique name, which nobody else may take [doc, recorded]", async () => {
  const made = await rest.send(`POST ${service}/Maps`, { form: { UniqueName: "calls", Ttl: 60 } });
  expect(made).toMatchObject({
    status: 201,
    body: { unique_name: "calls", revision: "0", date_expires: "2026-01-05T15:01:00Z" },
  });
  expect((await rest.send(`GET ${service}/Maps/calls`)).body.sid).toBe(made.body.sid);
  expect((await rest.send(`GET ${service}/Maps/${made.body.sid}`)).body.unique_name).toBe("calls");
  const again = await rest.send(`POST ${service}/Maps`, { form: { UniqueName: "calls" } });
  expect(again).toMatchObject({ status: 409, body: { code: 54301, message: "Unique name already exists" } });
  expect(
    (await rest.send(`POST ${service}/Maps/calls`, { form: { CollectionTtl: 0 } })).body.date_expires,
  ).toBeNull();
  expect((await rest.send(`DELETE ${service}/Maps/calls`)).status).toBe(204);
  expect((await rest.send(`POST ${service}/Maps`, { form: { UniqueName: "calls" } })).status).toBe(201);
});

test("a Map without a name is found by its SID", async () => {
  const { body } = await rest.send(`POST ${service}/Maps`, { form: {} });
  expect((await rest.send(`GET ${service}/Maps/${body.sid}`)).body).toEqual(body);
});

test("a Document is made, changed under If-Match and deleted; stale: 412 with 54103 [recorded]", async () => {
  const made = await rest.send(`POST ${service}/Documents`, {
    form: { UniqueName: "patterns", Data: '{"a":1}' },
  });
  expect(made).toMatchObject({ status: 201, body: { data: { a: 1 }, revision: "0" } });
  const path = `${service}/Documents/patterns`;
  const write = () => rest.send(`POST ${path}`, { form: { Data: '{"a":2}' }, headers: { "if-match": "0" } });
  expect(await write()).toMatchObject({ status: 200, body: { data: { a: 2 }, revision: "1" } });
  expect(await write()).toMatchObject({
    status: 412,
    body: { code: 54103, message: "The revision of the Document does not match the expected revision" },
  });
  expect((await rest.send(`DELETE ${path}`)).status).toBe(204);
  expect((await rest.send(`GET ${path}`)).status).toBe(404);
});

test("a Document expires", async () => {
  await rest.send(`POST ${service}/Documents`, { form: { UniqueName: "d", Ttl: 5 } });
  await rest.clock.sleep(5000);
  expect((await rest.send(`GET ${service}/Documents/d`)).status).toBe(404);
});

test("what is missing is 20404 [recorded], or the error dictionary's own code when switched", async () => {
  const dictionary = await startRest({ documented404: true });
  const sid = dictionary.sync.createService("x");
  dictionary.sync.createMap(sid, "m");
  const codes = await Promise.all(
    [
      `/v1/Services/${sid}x`,
      `/v1/Services/${sid}/Documents/d`,
      `/v1/Services/${sid}/Maps/n`,
      `/v1/Services/${sid}/Maps/m/Items/k`,
    ].map(async (path) => (await dictionary.send(`GET ${path}`)).body.code),
  );
  // https://www.twilio.com/docs/api/errors/54050, /54100, /54200, /54201
  expect(codes).toEqual([54050, 54100, 54200, 54201]);
  await dictionary.close();
  expect((await rest.send(`GET ${service}/Maps/n`)).body).toEqual({
    code: 20404,
    message: `The requested resource ${service.slice(3)}/Maps/n was not found`,
    more_info: "https://www.twilio.com/docs/errors/20404",
    status: 404,
  });
});

test("the simulator's door sees what the API sees, and knows no limits", async () => {
  const { sync } = rest;
  const sid = service.split("/").at(-1) ?? "";
  sync.createMap(sid, "blocklist");
  for (let n = 0; n < 500; n += 1) sync.setItem(sid, "blocklist", "+12125550100", { n });
  sync.setDocument(sid, "patterns", { "+1900*": { list: "blocklist" } });
  sync.setDocument(sid, "patterns", { "+1900*": { list: "blocklist", note: "x" } });
  expect((await rest.send(`GET ${service}/Maps/blocklist/Items/+12125550100`)).body.data).toEqual({ n: 499 });
  expect(sync.dump(sid)).toEqual({
    maps: { blocklist: { "+12125550100": { n: 499 } } },
    documents: { patterns: { "+1900*": { list: "blocklist", note: "x" } } },
  });
  expect(() => sync.createMap(sid, "blocklist")).toThrow("Unique name already exists");
  expect(() => sync.setItem(sid, "nope", "k", {})).toThrow("was not found");
});

test("making and deleting objects has a rate of its own, 20 a second [https://www.twilio.com/docs/sync/limits]", async () => {
  const replies = await Promise.all(
    Array.from({ length: 205 }, () => rest.send(`POST ${service}/Maps`, { form: {} })),
  );
  expect(replies.filter(({ status }) => status === 429)).toHaveLength(5);
});
