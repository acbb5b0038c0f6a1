import { type Rest, startRest } from "./rest-client";

/* Envelope and parameters: twilio_sync_v1.json (ListSyncMapItem) and its examples. */
let rest: Rest;
let items: string;
beforeEach(async () => {
  rest = await startRest();
  const service = rest.sync.createService("gatehouse");
  const map = rest.sync.createMap(service, "calls");
  for (let n = 0; n < 120; n += 1)
    rest.sync.setItem(service, "calls", `k${String(n).padStart(3, "0")}`, { n });
  items = `/v1/Services/${service}/Maps/${map}/Items`;
});
afterEach(async () => {
  await rest.close();
  expect(rest.journal.complaints).toEqual([]);
});

const keysOf = (body: { items: { key: string }[] }) => body.items.map(({ key }) => key);
const follow = (url: string) => rest.send(`GET ${url.replace("https://sync.twilio.com", "")}`);

test("a page holds 50 items unless asked otherwise, and says where it is", async () => {
  const { body } = await rest.send(`GET ${items}`);
  expect(body.items).toHaveLength(50);
  expect(body.meta).toMatchObject({
    ...{ page: 0, page_size: 50, key: "items", previous_page_url: null },
    first_page_url: `https://sync.twilio.com${items}?PageSize=50&Page=0`,
    url: `https://sync.twilio.com${items}?PageSize=50&Page=0`,
  });
});

test("pages lead forward to the end and back to the start", async () => {
  const first = await rest.send(`GET ${items}?PageSize=50`);
  const second = await follow(first.body.meta.next_page_url);
  const third = await follow(second.body.meta.next_page_url);
  const pages = [first, second, third].map(({ body }) => keysOf(body));
  expect(pages.map((page) => [page.length, page[0], page.at(-1)])).toEqual([
    [50, "k000", "k049"],
    [50, "k050", "k099"],
    [20, "k100", "k119"],
  ]);
  expect(third.body.meta.next_page_url).toBeNull();
  expect(keysOf((await follow(third.body.meta.previous_page_url)).body)).toEqual(pages[1]);
  expect(keysOf((await follow(second.body.meta.previous_page_url)).body)).toEqual(pages[0]);
});

test("items that come or go between two pages are neither repeated nor skipped", async () => {
  const first = await rest.send(`GET ${items}?PageSize=10`);
  await rest.send(`DELETE ${items}/k003`);
  await rest.send(`POST ${items}`, { form: { Key: "a", Data: "{}" } });
  const second = await follow(first.body.meta.next_page_url);
  expect(keysOf(second.body)[0]).toBe("k010");
});

test.each([
  ["Order=desc", ["k119", "k118"]],
  ["From=k007", ["k007", "k008"]],
  ["From=k007&Bounds=exclusive", ["k008", "k009"]],
  ["From=k007&Order=desc", ["k007", "k006"]],
  ["From=k0075", ["k008", "k009"]],
])("%s starts with %j, on the next page, too", async (query, start) => {
  const first = await rest.send(`GET ${items}?PageSize=2&${query}`);
  expect(keysOf(first.body)).toEqual(start);
  const second = await follow(first.body.meta.next_page_url);
  const step = query.includes("desc") ? -1 : 1;
  const next = Number(start[1]?.slice(1)) + step;
  expect(keysOf(second.body)).toEqual([next, next + step].map((n) => `k${String(n).padStart(3, "0")}`));
});

test.each(["maps", "documents", "services"])("the list of %s has the same envelope", async (key) => {
  const service = items.split("/")[3] ?? "";
  rest.sync.setDocument(service, "patterns", {});
  const path =
    key === "services" ? "/v1/Services" : `/v1/Services/${service}/${key === "maps" ? "Maps" : "Documents"}`;
  const { body } = await rest.send(`GET ${path}?PageSize=1`);
  expect([body.meta.key, body[key].length]).toEqual([key, 1]);
});

test("a page of 0 or 101 is refused: 20007 [https://www.twilio.com/docs/api/errors/20007]", async () => {
  for (const size of [0, 101])
    expect(await rest.send(`GET ${items}?PageSize=${size}`)).toMatchObject({
      status: 400,
      body: { code: 20007 },
    });
  expect(rest.journal.complaints.splice(0)).toHaveLength(2);
});
