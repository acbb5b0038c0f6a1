/** Signing in to the console, with Verify on local Twilio, as whoever calls its URLs sees it. */
import { SESSION_COOKIE } from "../../src/runtime/console/session-cookie";
import { newSession, signSession } from "../../src/runtime/console/session-token";
import { whoIs } from "../../src/runtime/console/sign-in-setup";
import { ANN, BO, type ConsoleHouse, openConsoleHouse, SECRET, STRANGER } from "./console-house";
import { type Answered, Visitor } from "./visitor";

const MINUTE = 60_000;
let house: ConsoleHouse;

beforeAll(async () => {
  house = await openConsoleHouse({ admins: [ANN, BO] });
});
afterAll(() => house.close());
beforeEach(() => house.local.clock.sleep(120 * MINUTE));
afterEach(() => {
  expect(house.local.journal.complaints).toEqual([]);
  house.local.faults.clear();
});

const visit = () => new Visitor(house);
const summary = ({ status, body, headers }: Answered) => [status, body, headers.get("retry-after")];

/** Somebody who has just signed in: with the token that signing in would have given. */
async function signedIn(phone = ANN.phone, epoch = 0): Promise<Visitor> {
  const visitor = visit();
  const session = newSession(whoIs(SECRET, phone), epoch, new Date(house.local.clock.now()));
  const token = await signSession(SECRET, new URL(house.url).host, session);
  return Object.assign(visitor, {
    cookie: `${SESSION_COOKIE}=${token}`,
    csrfToken: session.csrfToken,
  });
}

test("the whole way: a code, a session, what it opens, and out again", async () => {
  const visitor = visit();
  expect((await visitor.get("/api/lookups")).status).toBe(401);
  // Whatever else is sent along, the code goes to the number of the policy, by text message.
  const asked = await visitor.post("/api/sign-in", {
    phone: "(212) 555-0123",
    to: STRANGER,
    channel: "call",
  });
  expect(house.codeFor(STRANGER)).toBeUndefined();
  expect([asked.status, asked.body.message]).toEqual([202, expect.stringContaining("a code is on its way")]);
  const code = house.codeFor(ANN.phone) ?? "";
  expect(code).toMatch(/^\d{6}$/);
  const checked = await visitor.post("/api/sign-in/check", {
    phone: ANN.phone,
    code: ` ${code.slice(0, 3)} ${code.slice(3)} `,
  });
  expect(checked.status).toBe(200);
  expect(checked.body).toMatchObject({ name: ANN.name, csrfToken: expect.stringMatching(/^[\w-]{32}$/) });
  // __Host-: https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie#cookie_prefixes
  expect(checked.headers.get("set-cookie")).toMatch(
    /^__Host-gatehouse=[\w-]+\.[\w-]+\.[\w-]+; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=1800$/,
  );
  visitor.csrfToken = checked.body.csrfToken;
  expect((await visitor.get("/api/session")).body).toEqual(checked.body);
  expect((await visitor.get("/api/lookups")).body).toEqual({ lookups: [], timezone: "America/New_York" });
  expect((await visitor.get("/lookups.html")).status).toBe(200);
  const token = visitor.cookie;
  expect(summary(await visitor.post("/api/sign-out"))).toEqual([200, { everywhere: false }, null]);
  expect(visitor.cookie).toBe("");
  visitor.cookie = token;
  expect((await visitor.get("/api/lookups")).body.error.code).toBe("signed-out");
});

test("look-ups of the page and by calling are shown, what makes no sense is not", async () => {
  const at = new Date(house.local.clock.now()).toISOString();
  const good = { number: "+12125550137", at, by: "phone" };
  const old = { ...good, at: "2025-01-05T15:00:00Z" };
  const odd = [{ ...good, number: "<b>" }, { ...good, at: "soon" }, { ...good, by: "post" }, old, null, 7];
  house.putItem("vanity", "lookups", { recent: [good, ...odd] });
  const visitor = await signedIn();
  expect((await visitor.get("/api/lookups")).body.lookups).toEqual([good]);
});

test.each<[string, string, object, number, string]>([
  ["no number", "/api/sign-in", {}, 400, "number-unreadable"],
  ["no number with a code", "/api/sign-in/check", { code: "123456" }, 400, "number-unreadable"],
  ["no code", "/api/sign-in/check", { phone: ANN.phone }, 400, "request-unreadable"],
  ["letters", "/api/sign-in/check", { phone: ANN.phone, code: "abcdef" }, 400, "request-unreadable"],
  [
    "a code in an object",
    "/api/sign-in/check",
    { phone: ANN.phone, code: { a: 1 } },
    400,
    "request-unreadable",
  ],
])("%s", async (_name, path, body, status, code) => {
  const answered = await visit().post(path, body);
  expect([answered.status, answered.body.error.code]).toEqual([status, code]);
});

describe("a session", () => {
  test("ends after half an hour without a request", async () => {
    const visitor = await signedIn();
    await house.local.clock.sleep(29 * MINUTE);
    const renewed = await visitor.get("/api/session");
    expect([renewed.status, renewed.headers.get("set-cookie")]).toEqual([
      200,
      expect.stringContaining("Max-Age=1800"),
    ]);
    await house.local.clock.sleep(29 * MINUTE);
    expect((await visitor.get("/api/session")).status).toBe(200);
    await house.local.clock.sleep(31 * MINUTE);
    expect((await visitor.get("/api/session")).status).toBe(401);
  });

  test("ends after twelve hours, however it is used", async () => {
    const visitor = await signedIn();
    const { until } = (await visitor.get("/api/session")).body;
    expect(Date.parse(until) - house.local.clock.now()).toBe(12 * 60 * MINUTE);
    for (let time = 0; time < 28; time++) {
      await house.local.clock.sleep(25 * MINUTE);
      expect((await visitor.get("/api/session")).status).toBe(200);
    }
    await house.local.clock.sleep(19 * MINUTE);
    const last = await visitor.get("/api/session");
    expect(last.headers.get("set-cookie")).toContain("Max-Age=60");
    await house.local.clock.sleep(2 * MINUTE);
    expect((await visitor.get("/api/session")).status).toBe(401);
  });

  test("ends on all devices, and for nobody else; the next one begins as ever", async () => {
    const [phone, desk, ann] = [await signedIn(BO.phone), await signedIn(BO.phone), await signedIn()];
    expect((await phone.post("/api/sign-out", { everywhere: true })).body).toEqual({ everywhere: true });
    expect((await desk.get("/api/session")).status).toBe(401);
    expect((await ann.get("/api/session")).status).toBe(200);
    const again = visit();
    expect((await again.signIn(house, BO.phone)).status).toBe(200);
    expect((await again.get("/api/session")).status).toBe(200);
  });

  test("is not renewed within a minute, so that requests at once do not fight", async () => {
    const visitor = await signedIn();
    expect((await visitor.get("/api/session")).headers.get("set-cookie")).toBeNull();
  });
});

describe("nothing is let in that only looks like a session", () => {
  const json = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

  test.each<[string, (token: string) => string]>([
    ["a token cut short", (token) => token.slice(0, -2)],
    ["no token", () => ""],
    ["words", () => "Ann"],
    ["a token that is not signed", (token) => `${json({ alg: "none", typ: "JWT" })}.${token.split(".")[1]}.`],
    [
      "another's name under the same signature",
      (token) => {
        const [head, body = "", signature] = token.split(".");
        const claims = JSON.parse(Buffer.from(body, "base64url").toString());
        return `${head}.${json({ ...claims, until: claims.until + 1 })}.${signature}`;
      },
    ],
  ])("%s", async (_name, forge) => {
    const visitor = await signedIn();
    const [name = "", token = ""] = visitor.cookie.split("=");
    visitor.cookie = `${name}=${forge(token)}`;
    expect((await visitor.get("/api/session")).status).toBe(401);
  });
});

describe("a change is made for our own pages only", () => {
  // Another Function under twil.io is same-site with ours: https://publicsuffix.org/list/ does not have twil.io.
  test.each<[string, Readonly<Record<string, string>>, number, string]>([
    ["another site's page", { Origin: "https://evil-1234.twil.io" }, 403, "wrong-origin"],
    ["a page without an origin", { Origin: "null" }, 403, "wrong-origin"],
    ["our host by another scheme", { Origin: "https://localhost" }, 403, "wrong-origin"],
    ["a page that the browser calls same-site", { "Sec-Fetch-Site": "same-site" }, 403, "wrong-origin"],
    ["a page that does not know the session's token", { "X-CSRF-Token": "" }, 403, "token-missing"],
    ["a page with another token", { "X-CSRF-Token": "x".repeat(32) }, 403, "token-missing"],
    ["a form", { "Content-Type": "application/x-www-form-urlencoded" }, 405, "wrong-method"],
    ["a text that is JSON", { "Content-Type": "text/plain" }, 405, "wrong-method"],
  ])("not for %s", async (_name, headers, status, code) => {
    const visitor = await signedIn();
    const refused = await visitor.post("/api/sign-out", {}, headers);
    expect([refused.status, refused.body.error.code]).toEqual([status, code]);
    expect((await visitor.get("/api/session")).status).toBe(200);
  });

  test("not by following a link, and not for a request that brings its own headers as fields", async () => {
    const visitor = await signedIn();
    const { csrfToken } = visitor;
    expect((await visitor.get(`/api/sign-out?csrfToken=${csrfToken}`)).status).toBe(405);
    const forged = {
      headers: { origin: house.url, "x-csrf-token": csrfToken, "content-type": "application/json" },
    };
    const refused = await visitor.post(
      "/api/sign-out",
      { request: forged },
      { Origin: "https://evil.example" },
    );
    expect(refused.status).toBe(401);
    expect((await visitor.get("/api/session")).status).toBe(200);
  });

  test("signing in, too, and what is asked by a browser of another kind without Sec-Fetch-Site works", async () => {
    const foreign = await visit().post(
      "/api/sign-in",
      { phone: ANN.phone },
      { Origin: "https://evil.example" },
    );
    expect([foreign.status, house.codeFor(ANN.phone)]).toEqual([403, undefined]);
    const url = `${house.url}/api/sign-in`;
    const headers = { "Content-Type": "application/json", Origin: house.url };
    const body = JSON.stringify({ phone: STRANGER });
    expect((await fetch(url, { method: "POST", headers, body })).status).toBe(202);
  });
});

describe("with a part of Twilio down", () => {
  test("without Sync nobody is let in, and no code is used up", async () => {
    const visitor = await signedIn();
    await visit().post("/api/sign-in", { phone: ANN.phone });
    const code = house.codeFor(ANN.phone);
    house.fault("sync:* console", "status:500");
    const attempts = [
      await visitor.get("/api/session"),
      await visitor.get("/api/lookups"),
      await visitor.post("/api/sign-out"),
      await visit().post("/api/sign-in", { phone: ANN.phone }),
      await visit().post("/api/sign-in", { phone: STRANGER }),
      await visit().post("/api/sign-in/check", { phone: ANN.phone, code }),
    ];
    for (const { status, body } of attempts) expect([status, body.error.code]).toEqual([503, "store-down"]);
    expect(visitor.cookie).not.toBe("");
    house.local.faults.clear();
    expect((await visit().post("/api/sign-in/check", { phone: ANN.phone, code })).status).toBe(200);
  });

  test("with the list of look-ups gone the page says so", async () => {
    const visitor = await signedIn();
    house.fault("sync:GET vanity", "status:500");
    expect((await visitor.get("/api/lookups")).body.error.code).toBe("store-down");
  });

  test("without Verify everybody is told the same", async () => {
    house.fault("http:verify.twilio.com", "status:500");
    const [known, stranger] = await Promise.all(
      [ANN.phone, STRANGER].map(async (phone) => summary(await visit().post("/api/sign-in", { phone }))),
    );
    expect(known?.[0]).toBe(503);
    expect(stranger).toEqual(known);
  });
});

test("no log says who asked, nor a code", () => {
  expect(house.logs.length).toBeGreaterThan(10);
  expect(house.logs.join("\n")).not.toMatch(/2125550|\d{6}|Ann/);
});
