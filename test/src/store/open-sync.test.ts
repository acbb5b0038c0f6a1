import twilio from "twilio";
import { openSync } from "../../../src/store/open-sync";

const SERVICE = `IS${"0".repeat(32)}`;
const MAP = `MP${"0".repeat(32)}`;
const KEY = "+12125550199";

interface Exchange {
  readonly status: number;
  readonly body?: unknown;
}
interface Sent {
  readonly method: string;
  readonly uri: string;
  readonly data: Record<string, string>;
  readonly headers: Record<string, string>;
}

/** A Map Item as Twilio answers it. @see https://www.twilio.com/docs/sync/api/map-item-resource */
const item = (revision: string, data: object = { unanswered: 1 }) => ({
  key: KEY,
  account_sid: `AC${"0".repeat(32)}`,
  service_sid: SERVICE,
  map_sid: MAP,
  url: `https://sync.twilio.com/v1/Services/${SERVICE}/Maps/${MAP}/Items/${KEY}`,
  revision,
  data,
  date_expires: null,
  date_created: "2026-01-05T15:00:00Z",
  date_updated: "2026-01-05T15:00:00Z",
  created_by: "system",
});

/** The unmodified helper library over a network that answers what it is told to. */
function openOver(...answers: readonly (Exchange | Error)[]) {
  const sent: Sent[] = [];
  const left = [...answers];
  const httpClient = {
    async request(request: Sent) {
      sent.push(request);
      const answer = left.shift();
      if (answer instanceof Error || answer === undefined) throw answer ?? new Error("no answer prepared");
      return { statusCode: answer.status, body: answer.body ?? "", headers: {} };
    },
  };
  const options = { httpClient: Object.assign(new twilio.RequestClient(), httpClient) };
  return { sync: openSync(twilio(`AC${"0".repeat(32)}`, "0".repeat(32), options), SERVICE), sent };
}

/** Twilio's errors: `{ code, message, more_info, status }`. The code is deliberately wrong: nothing may depend on it. */
const refusal = (status: number) => ({ status, body: { code: 1, message: "no", more_info: "", status } });

test("reads an item by the map's name and the item's key", async () => {
  const { sync, sent } = openOver({ status: 200, body: item("3") });
  expect(await sync.readItem("graylist", KEY)).toEqual({ key: KEY, data: { unanswered: 1 }, revision: "3" });
  expect(sent[0]).toMatchObject({
    method: "get",
    uri: `https://sync.twilio.com/v1/Services/${SERVICE}/Maps/graylist/Items/${KEY}`,
  });
});

test("makes an item with its time to live", async () => {
  const { sync, sent } = openOver({ status: 201, body: item("0") });
  const result = await sync.createItem("graylist", KEY, { unanswered: 1 }, 60);
  expect(result).toEqual({ outcome: "written", item: { key: KEY, data: { unanswered: 1 }, revision: "0" } });
  expect(sent[0]).toMatchObject({
    method: "post",
    data: { Key: KEY, Data: '{"unanswered":1}', ItemTtl: 60 },
  });
});

test("changes an item only if its revision is still the one that was read", async () => {
  const { sync, sent } = openOver({ status: 200, body: item("4") });
  await sync.updateItem("graylist", KEY, { unanswered: 2 }, { revision: "3", ttlSeconds: 60 });
  expect(sent[0]).toMatchObject({ method: "post", headers: { "If-Match": "3" }, data: { ItemTtl: 60 } });
});

// https://www.twilio.com/docs/sync/api/map-item-resource: 404 missing, 409 there already, 412 another revision; 429 too many.
test.each([
  [404, "missing"],
  [409, "conflict"],
  [412, "conflict"],
  [429, "throttled"],
])("a write that is answered %i is %s, whatever the error's code", async (status, outcome) => {
  const { sync } = openOver(refusal(status), refusal(status));
  expect(await sync.createItem("graylist", KEY, {}, 0)).toEqual({ outcome });
  expect(await sync.updateItem("graylist", KEY, {}, { revision: "0", ttlSeconds: 0 })).toEqual({ outcome });
});

test("what is not there reads as undefined, and is removed already", async () => {
  const { sync } = openOver(refusal(404), refusal(404), refusal(404));
  expect(await sync.readItem("graylist", KEY)).toBeUndefined();
  expect(await sync.readDocument("patterns")).toBeUndefined();
  await expect(sync.removeItem("graylist", KEY)).resolves.toBeUndefined();
});

test.each([500, 503, 401])("a request that is answered %i is a Sync that is unavailable", async (status) => {
  const { sync } = openOver(refusal(status), refusal(status), refusal(status));
  const expected = { name: "SyncUnavailable", status };
  await expect(sync.readItem("graylist", KEY)).rejects.toMatchObject(expected);
  await expect(sync.createItem("graylist", KEY, {}, 0)).rejects.toMatchObject(expected);
  await expect(sync.listItems("graylist")).rejects.toMatchObject(expected);
});

test("so is one that is not answered, and its message tells nothing about anybody", async () => {
  const { sync } = openOver(new Error(`timeout at ${KEY}`));
  const failure = sync.readItem("graylist", KEY);
  await expect(failure).rejects.toMatchObject({ name: "SyncUnavailable", status: undefined });
  await expect(failure).rejects.toThrow(/^Sync did not answer$/);
});

test("lists every page", async () => {
  const meta = (next: string | null) => ({ key: "items", next_page_url: next, page: 0, page_size: 100 });
  const next = `https://sync.twilio.com/v1/Services/${SERVICE}/Maps/outbox/Items?Page=1`;
  const { sync } = openOver(
    { status: 200, body: { items: [item("1")], meta: meta(next) } },
    { status: 200, body: { items: [item("2")], meta: meta(null) } },
  );
  expect((await sync.listItems("outbox")).map(({ revision }) => revision)).toEqual(["1", "2"]);
});
