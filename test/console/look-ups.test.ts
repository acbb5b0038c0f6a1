/** The public half of the console's API, as whoever calls its URLs sees it. */
import { keysOf } from "../../src/telephony/keypad";
import { type ConsoleHouse, openConsoleHouse } from "./console-house";
import { Visitor } from "./visitor";

const NOW = "2026-01-05T15:00";
let house: ConsoleHouse;
let visitor: Visitor;

describe("with the page open", () => {
  beforeAll(async () => {
    house = await openConsoleHouse({ vanity: { lookupsPerMinute: 100, words: ["acme"] } });
    visitor = new Visitor(house);
  });
  afterAll(() => house.close());
  afterEach(() => {
    expect(house.local.journal.complaints).toEqual([]);
    house.local.faults.clear();
  });

  const lookUp = (number: string) => visitor.get(`/api/vanity?number=${encodeURIComponent(number)}`);

  // The keypad is ITU-T E.161's; results dial back by the helper of the engine, whose own tests hold it against the standard.
  test.each<[string, string]>([
    ["+12125550137", "+12125550137"],
    ["2125550137", "+12125550137"],
    ["1 (212) 555-0137", "+12125550137"],
    ["212.555.0137 ext. 5", "+12125550137"],
    ["tel:+1-212-555-0137", "+12125550137"],
    ["００４４ 20 7946 0018", "+442079460018"],
    [["+44 (0)", "20 7946 0018"].join(""), "+442079460018"],
    ["212-KKK-0137", "+12125550137"],
    ["356-9377", "3569377"],
    ["FLOWERS", "3569377"],
    ["OHM-555-0168", "+16465550168"],
    ["212-555-01-HI?", "+12125550144"],
  ])("%s is read as %s", async (written, number) => {
    const { status, body } = await lookUp(written);
    expect([status, body.number]).toEqual([200, number]);
    expect(body.results).toHaveLength(5);
    for (const { spelling, words, score, why } of body.results) {
      expect(number.endsWith(keysOf(spelling))).toBe(true);
      expect(why).toEqual(expect.any(String));
      expect(score).toEqual(expect.any(Number));
      for (const { definition } of words) expect(definition).toMatch(/\w/);
    }
  });

  test("a plus that was not encoded, which comes as a space, is no hindrance", async () => {
    expect((await visitor.get("/api/vanity?number=+12125550137")).body.number).toBe("+12125550137");
  });

  test("the best spelling of seven digits, and the owner's word", async () => {
    expect((await lookUp("356-9377")).body.results[0]).toMatchObject({
      spelling: "FLOWERS",
      words: [{ text: "flowers", shown: "FLOWERS" }],
    });
    expect((await lookUp("555-2263")).body.results[0].words.at(-1)).toMatchObject({ text: "acme" });
  });

  test.each<[string, string, string]>([
    ["nothing", "", "number-missing"],
    ["blanks", "%20%20", "number-missing"],
    ["words", "hello", "number-unreadable"],
    ["too few digits", "12345", "number-unreadable"],
    ["a service", "911", "number-unreadable"],
    ["too many digits", "12345678901234567890", "number-unreadable"],
    ["an exchange that cannot be", "2121550137", "number-unreadable"],
    ["letters that are no part of a number", "AB5550100", "number-unreadable"],
    ["a number among words", "not%20a%20number%202345678", "number-unreadable"],
    ["markup", "%3Cscript%3E", "number-unreadable"],
    ["a long text", "9".repeat(4000), "number-unreadable"],
  ])("%s is told why, and how to mend it", async (_name, number, code) => {
    const { status, body } = await visitor.get(`/api/vanity?number=${number}`);
    expect([status, body.error.code]).toEqual([400, code]);
    expect(body.error.message).toMatch(/212 555 0100/);
  });

  test("no number at all, and several", async () => {
    expect((await visitor.get("/api/vanity")).body.error.code).toBe("number-missing");
    const { body } = await visitor.get("/api/vanity?number=2125550137&number=12");
    expect(body.number).toBe("+12125550137");
  });

  test("nothing is kept by any cache, nothing is sniffed, and no other site reads it", async () => {
    for (const path of ["/api/vanity?number=2125550137", "/api/vanity", "/api/lookups", "/vanity.html"]) {
      const { headers } = await visitor.get(path);
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
      expect(headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  test("a POST is not what this takes", async () => {
    const { status, headers, body } = await visitor.post("/api/vanity", { number: "2125550137" });
    expect([status, headers.get("allow"), body.error.code]).toEqual([405, "GET", "wrong-method"]);
    const form = { "Content-Type": "application/x-www-form-urlencoded" };
    expect((await visitor.post("/api/vanity", {}, form)).status).toBe(405);
  });

  test("look-ups are counted and remembered in one write, the latest first", async () => {
    const before = house.local.faults.seen("sync:* vanity");
    await lookUp("212-555-0188");
    const latest = { number: "+12125550188", at: `${NOW}:00.000Z`, by: "web" };
    expect(house.item("vanity", "lookups")).toMatchObject({
      minute: NOW,
      recent: expect.arrayContaining([latest]),
    });
    // One read and one write of the item, and the same for what the number spells.
    expect(house.local.faults.seen("sync:* vanity") - before).toBe(4);
  });

  test("more than a minute's look-ups are refused until the next minute, whoever asks", async () => {
    house.putItem("vanity", "lookups", { minute: NOW, count: 100, recent: [] });
    const { status, headers, body } = await lookUp("2125550137");
    expect([status, headers.get("retry-after"), body.error.code]).toEqual([429, "60", "too-many-look-ups"]);
    expect(house.item("vanity", "lookups")).toEqual({ minute: NOW, count: 100, recent: [] });
    await house.local.clock.sleep(60_000);
    expect((await lookUp("2125550137")).status).toBe(200);
  });

  test("what cannot be read is not counted", async () => {
    const before = house.item("vanity", "lookups");
    await lookUp("12");
    expect(house.item("vanity", "lookups")).toEqual(before);
  });

  test("with Sync down the page goes on, a little: each Function counts for itself", async () => {
    house.fault("sync:* vanity", "status:500");
    const statuses = [];
    for (let time = 0; time < 5; time++) statuses.push((await lookUp("2125550137")).status);
    // A hundred a minute among thirty Functions.
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
  });

  test("pages come with a policy that forbids what they do not need, and framing", async () => {
    const { status, headers, body } = await visitor.get("/vanity.html");
    expect([status, headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    const rules = new Map(
      (headers.get("content-security-policy") ?? "").split("; ").map((rule) => {
        const [name = "", ...values] = rule.split(" ");
        return [name, values.join(" ")];
      }),
    );
    expect(Object.fromEntries(rules)).toEqual({
      "default-src": "'none'",
      "script-src": "'self'",
      "style-src": "'self'",
      "img-src": "'self'",
      "connect-src": "'self'",
      "base-uri": "'none'",
      "form-action": "'self'",
      "frame-ancestors": "'none'",
      "require-trusted-types-for": "'script'",
      "trusted-types": "'none'",
    });
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(body).not.toMatch(/<script(?![^>]*src=)|\son\w+=|style=/);
  });

  test("the licences of the words are there to be read", async () => {
    const { status, headers, body } = await visitor.get("/notices.txt");
    expect([status, headers.get("content-type")]).toEqual([200, "text/plain; charset=utf-8"]);
    expect(body).toMatch(/SCOWL.*Princeton/s);
  });

  test("/index.html leads to the page, and pages are no assets that go without headers", async () => {
    expect((await visitor.get("/index.html")).body).toContain("url=/vanity.html");
    for (const path of ["/pages/vanity.html", "/console.json", "/vanity/words.bin"])
      expect((await visitor.get(path)).status).toBe(404);
  });
});

describe("with the page closed", () => {
  beforeAll(async () => {
    house = await openConsoleHouse({ vanity: { page: false } });
    visitor = new Visitor(house);
  });
  afterAll(() => house.close());

  test("page and API say so, and nothing is counted", async () => {
    const shown = await visitor.get("/vanity.html");
    expect([shown.status, shown.headers.get("content-security-policy")]).toEqual([404, expect.any(String)]);
    expect(shown.body).toContain("This page is not open");
    const asked = await visitor.get("/api/vanity?number=2125550137");
    expect([asked.status, asked.body.error.code]).toEqual([404, "page-off"]);
    expect(house.item("vanity", "lookups")).toBeUndefined();
  });
});

describe("with a build that lacks the words", () => {
  beforeAll(async () => {
    house = await openConsoleHouse({ words: false });
    visitor = new Visitor(house);
  });
  afterAll(() => house.close());

  test("the answer is a 500 that says nothing of the inside, and the log says it", async () => {
    const { status, headers, body } = await visitor.get("/api/vanity?number=2125550137");
    expect([status, headers.get("cache-control"), body]).toEqual([
      500,
      "no-store",
      { error: { code: "failed", message: "Something went wrong here. Please try again in a moment." } },
    ]);
    expect(house.logs.join()).toContain("the Build lacks them");
  });
});
