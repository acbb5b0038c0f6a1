import { type Rest, type RestReply, START, startRest } from "./rest-client";

/*
 * Sources: [doc] the parameters and schemas of twilio_sync_v1.json; [limits] https://www.twilio.com/docs/sync/limits;
 * [dictionary] https://www.twilio.com/docs/api/errors/<code>; [recorded] a third party's published run against the
 * live API of 2026-03-25.
 */
let rest: Rest;
let items: string;
beforeEach(async () => {
  rest = await startRest();
  const service = rest.sync.createService("gatehouse");
  rest.sync.createMap(service, "graylist");
  rest.sync.createMap(service, "blocklist");
  items = `/v1/Services/${service}/Maps/graylist/Items`;
});
afterEach(() => rest.close());

const create = (key: string, data: unknown = {}, more = {}) =>
  rest.send(`POST ${items}`, { form: { Key: key, Data: JSON.stringify(data), ...more } });
const fetchItem = (key: string) => rest.send(`GET ${items}/${key}`);
const update = (key: string, form: Record<string, string | number>, ifMatch?: string) =>
  rest.send(`POST ${items}/${key}`, { form, headers: ifMatch === undefined ? {} : { "if-match": ifMatch } });
const pass = (seconds: number) => rest.clock.sleep(seconds * 1000);
const refusal = ({ status, body }: RestReply) => [status, body.code];

describe("a Map Item", () => {
  test("is created at revision 0 by system, and its ETag is the revision [doc, recorded]", async () => {
    const created = await create("+12125550100", { unanswered: 1 }, { ItemTtl: 60 });
    expect(created.status).toBe(201);
    expect(created.headers.etag).toBe('"0"');
    expect(created.body).toMatchObject({
      ...{ key: "+12125550100", data: { unanswered: 1 }, revision: "0", created_by: "system" },
      ...{ date_created: "2026-01-05T15:00:00Z", date_updated: "2026-01-05T15:00:00Z" },
      date_expires: "2026-01-05T15:01:00Z", // exactly created + ttl [recorded]
    });
    expect((await fetchItem("+12125550100")).body).toEqual(created.body);
    expect(rest.journal.complaints).toEqual([]);
  });

  test("is replaced as a whole, never merged, and every update counts the revision up [recorded]", async () => {
    await create("k", { a: 1, b: 2 });
    const updated = await update("k", { Data: '{"a":3}' });
    expect(updated).toMatchObject({ status: 200, body: { data: { a: 3 }, revision: "1" } });
    expect((await update("k", { Data: "{}" })).body.revision).toBe("2");
    expect(rest.journal.complaints).toEqual([]);
  });

  test("is changed under If-Match only at that revision: 412 with 54205 otherwise [dictionary 54205]", async () => {
    await create("k", { n: 0 });
    expect((await update("k", { Data: '{"n":1}' }, "0")).status).toBe(200);
    expect(refusal(await update("k", { Data: '{"n":2}' }, "0"))).toEqual([412, 54205]);
    expect((await fetchItem("k")).body.data).toEqual({ n: 1 });
    expect((await update("k", { Data: '{"n":2}' }, '"1"')).status).toBe(200);
    expect(refusal(await update("k", { Data: "{}" }, "*"))).toEqual([400, 54003]);
    expect(rest.journal.complaints).toEqual([]);
  });

  test("lets exactly one of twenty racing writers win", async () => {
    await create("k", { n: 0 });
    const writers = Array.from({ length: 20 }, (_, n) => update("k", { Data: JSON.stringify({ n }) }, "0"));
    const statuses = (await Promise.all(writers)).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array(19).fill(412)]);
    expect((await fetchItem("k")).body.revision).toBe("1");
  });

  test("lets exactly one of twenty racing creators win: 409 with 54208 [recorded]", async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => create("k")));
    expect(replies.map(refusal).sort()).toEqual([[201, undefined], ...Array(19).fill([409, 54208])]);
    expect(rest.journal.complaints).toEqual([]);
  });

  test("is deleted, under If-Match too [doc]", async () => {
    await create("k");
    const stale = await rest.send(`DELETE ${items}/k`, { headers: { "if-match": "7" } });
    expect(refusal(stale)).toEqual([412, 54205]);
    expect((await rest.send(`DELETE ${items}/k`, { headers: { "if-match": "0" } })).status).toBe(204);
    expect(refusal(await fetchItem("k"))).toEqual([404, 20404]); // 20404, not 54201 [recorded]
    expect(refusal(await rest.send(`DELETE ${items}/k`))).toEqual([404, 20404]);
    expect(rest.journal.complaints).toEqual([]);
  });

  test("is never made by an update: 404 [recorded]", async () => {
    expect(refusal(await update("k", { Data: "{}" }))).toEqual([404, 20404]);
  });

  test("whose key has a slash can be made but never fetched [recorded]", async () => {
    expect((await create("a/b")).status).toBe(201);
    expect((await fetchItem("a%2Fb")).status).toBe(404);
  });
});

describe("time to live", () => {
  test("ends an item, not before [https://www.twilio.com/docs/sync/limits]", async () => {
    await create("k", {}, { Ttl: 10 });
    await pass(9);
    expect((await fetchItem("k")).status).toBe(200);
    await pass(1);
    expect((await fetchItem("k")).status).toBe(404);
    expect((await create("k")).status).toBe(201);
  });

  test("does not move when data changes, moves when set again, and 0 means for ever", async () => {
    await create("k", {}, { ItemTtl: 100 });
    await pass(50);
    expect((await update("k", { Data: "{}" })).body.date_expires).toBe("2026-01-05T15:01:40Z");
    expect((await update("k", { ItemTtl: 100 })).body.date_expires).toBe("2026-01-05T15:02:30Z");
    expect((await update("k", { ItemTtl: 0 })).body.date_expires).toBeNull();
    expect(rest.journal.complaints).toEqual([]);
  });

  test("is read from Ttl only when ItemTtl is not there [doc]", async () => {
    const { body } = await create("k", {}, { Ttl: 10, ItemTtl: 20 });
    expect(Date.parse(body.date_expires) - START).toBe(20_000);
  });

  test("of the whole Map is put to now + CollectionTtl by a write to an item [recorded]", async () => {
    const map = items.replace("/Items", "");
    await create("k", {}, { CollectionTtl: 60 });
    await pass(30);
    await update("k", { Data: "{}", CollectionTtl: 60 });
    expect((await rest.send(`GET ${map}`)).body.date_expires).toBe("2026-01-05T15:01:30Z");
    await pass(60);
    expect((await rest.send(`GET ${map}`)).status).toBe(404);
    expect((await fetchItem("k")).status).toBe(404);
    expect(rest.journal.complaints).toEqual([]);
  });

  test.each(["-1", "31536001", "abc", "1.5"])("of %s is refused: 54011 [dictionary 54011]", async (ttl) => {
    expect(refusal(await create("k", {}, { ItemTtl: ttl }))).toEqual([400, 54011]);
  });
});

describe("a malformed write", () => {
  const data = (bytes: number) => JSON.stringify({ a: "x".repeat(bytes - '{"a":""}'.length) });

  test("of more than 16 KiB is refused, 16 KiB is not [limits; 413 with 54006 recorded]", async () => {
    const post = (bytes: number) =>
      rest.send(`POST ${items}`, { form: { Key: `k${bytes}`, Data: data(bytes) } });
    expect((await post(16 * 1024)).status).toBe(201);
    expect(refusal(await post(16 * 1024 + 1))).toEqual([413, 54006]);
  });

  test.each([
    ["broken JSON", { Key: "k", Data: "{" }, 54008], // [recorded]
    ["data that is no object", { Key: "k", Data: "[1]" }, 54008],
    ["null", { Key: "k", Data: "null" }, 54206], // [dictionary 54206]
    ["a key of 257 characters", { Key: "k".repeat(257), Data: "{}" }, 54209], // [dictionary 54209]
    ["an empty key", { Key: "", Data: "{}" }, 54209],
    ["no key", { Data: "{}" }, 20001],
    ["no data", { Key: "k" }, 20001],
  ])("with %s is refused", async (_fault, form, code) => {
    expect(refusal(await rest.send(`POST ${items}`, { form }))).toEqual([400, code]);
  });

  test("that changes nothing is refused, also with CollectionTtl alone [doc; dictionary 54010]", async () => {
    await create("k");
    expect(refusal(await update("k", {}))).toEqual([400, 54010]);
    expect(refusal(await update("k", { CollectionTtl: 5 }))).toEqual([400, 54010]);
  });

  test("is a complaint when the document forbids it, although the server refuses it too", async () => {
    await create("k", {}, { ItemTtl: "abc" });
    expect(rest.journal.complaints).toEqual([
      expect.stringContaining("request form /ItemTtl must be integer"),
    ]);
  });
});

/** [limits]: 20 writes a second and a Map, averaged over 10 seconds; 2 a second from 10 KiB; 20 reads a second. */
describe("the rate limit", () => {
  const statuses = async (count: number, work: () => Promise<RestReply>) => {
    const replies = await Promise.all(Array.from({ length: count }, work));
    return (wanted: number) => replies.filter(({ status }) => status === wanted).length;
  };

  test("lets 200 writes through at once, then 20 a second", async () => {
    await create("k");
    const burst = await statuses(210, () => update("k", { Data: "{}" }));
    expect([burst(200), burst(429)]).toEqual([199, 11]);
    await pass(1);
    const later = await statuses(25, () => update("k", { Data: "{}" }));
    expect([later(200), later(429)]).toEqual([20, 5]);
    expect(refusal(await create("l"))).toEqual([429, 54009]); // a whole Map counts as one object
    expect(
      (await rest.send(`POST ${items.replace("graylist", "blocklist")}`, { form: { Key: "k", Data: "{}" } }))
        .status,
    ).toBe(201);
    expect(rest.journal.complaints).toEqual([]);
  });

  test("lets 20 writes of 10 KiB through at once, a tenth of the small ones", async () => {
    await create("k");
    await pass(10);
    const Data = JSON.stringify({ a: "x".repeat(10 * 1024) });
    const burst = await statuses(25, () => update("k", { Data }));
    expect([burst(200), burst(429)]).toEqual([20, 5]);
  });

  test("counts reads apart from writes", async () => {
    await create("k");
    const burst = await statuses(205, () => fetchItem("k"));
    expect([burst(200), burst(429)]).toEqual([200, 5]);
    expect((await update("k", { Data: "{}" })).status).toBe(200);
  });
});
