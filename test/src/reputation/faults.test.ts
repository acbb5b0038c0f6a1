import { PROVIDER_NAMES, type ProviderName } from "../../../src/policy/reputation";
import { askProvider } from "../../../src/reputation/ask-provider";
import type { PaidProvider } from "../../../src/reputation/provider";
import { providers } from "../../../src/reputation/providers";
import { twilioLookup } from "../../../src/reputation/twilio-lookup";
import { CALLER } from "../mail/fake-wiring";
import telesign from "./fixtures/telesign.json";
import { lookupExample } from "./lookup-example";
import { openScriptedServer, type Reaction, type ScriptedServer } from "./scripted-server";

const CREDENTIALS = { username: "FFFFFFFF-EEEE-DDDD-1234-AB1234567890", password: "a key:with/odd+signs==" };

/** Real time: small, for what is waited for in vain, and far above what a request to this machine takes. */
const BUDGET_MS = 150;
const AMPLE_MS = 5000;

const GOOD: Partial<Record<ProviderName, { reply: unknown; finding: object }>> = {
  telesign: { reply: telesign.success, finding: { score: 959, level: "high" } },
  "telesign-intelligence": { reply: telesign.success, finding: { score: 959, level: "high" } },
  lookup: {
    reply: lookupExample("fetchLineTypeIntelligence"),
    finding: { score: 500, level: "nonFixedVoip" },
  },
};

const paid = PROVIDER_NAMES.flatMap((name) => {
  const provider = providers[name];
  return provider.kind === "paid" ? [[name, provider] as const] : [];
});

let server: ScriptedServer;
beforeAll(async () => {
  server = await openScriptedServer();
});
afterAll(() => server.close());

const json = (status: number, value: unknown, headers = {}): Reaction => ({
  status,
  body: JSON.stringify(value),
  headers,
});

const good = (name: ProviderName): Reaction => json(200, GOOD[name]?.reply);

describe.each(paid)("%s", (name, provider: PaidProvider) => {
  const assess = (budgetMs: number) => askProvider(name, provider, CREDENTIALS)(CALLER, budgetMs);
  const found = { kind: "score", provider: name, ...GOOD[name]?.finding };

  test("a documented reply has its score, and one request is made", async () => {
    server.script(good(name));
    expect(await assess(AMPLE_MS)).toEqual(found);
    expect(server.arrived).toHaveLength(1);
  });

  test.each<[string, Reaction, string]>([
    ["silence", "silence", "did not answer in time"],
    ["an endless body", "endless", "answer makes no sense"],
    ["HTML", { status: 200, body: "<html>Sign in</html>" }, "answer makes no sense"],
    ["an empty body", { status: 200, body: "" }, "answer makes no sense"],
    ["half a JSON", { status: 200, body: '{"risk":{"score":9' }, "answer makes no sense"],
    ["JSON that is a list", json(200, [959]), "answer makes no sense"],
    ["JSON that is null", json(200, null), "answer makes no sense"],
    [
      "a number for each object",
      json(200, { status: 300, risk: 959, valid: true, line_type_intelligence: 1 }),
      "answer makes no sense",
    ],
    ["400", json(400, telesign.errors[400]), "answered 400"],
    ["401", json(401, telesign.errors[401]), "refused our credentials (401)"],
    ["402", json(402, telesign.errors[402]), "is not paid (402)"],
    ["403", json(403, {}), "refused our credentials (403)"],
    ["404", json(404, telesign.errors[404]), "answered 404"],
    ["a redirect", json(302, {}, { location: "https://example.com/" }), "answered 302"],
  ])("%s: unknown, within the budget, after one request", async (_, reaction, why) => {
    server.script(reaction, good(name));
    const budgetMs = reaction === "silence" ? BUDGET_MS : AMPLE_MS;
    expect(await assess(budgetMs)).toEqual({ kind: "unknown", why: expect.stringContaining(why) });
    expect(server.arrived).toHaveLength(1);
  });

  test.each<[string, Reaction, string]>([
    ["a reset connection", "reset", "could not be reached"],
    ["a body that breaks off", "broken off", "could not be reached"],
    ["429", json(429, telesign.errors[429]), "answered 429"],
    ["500", json(500, telesign.errors[500]), "answered 500"],
    ["503", json(503, telesign.errors[503]), "answered 503"],
  ])("%s: once more, then unknown", async (_, reaction, why) => {
    server.script(reaction, good(name));
    expect(await assess(AMPLE_MS)).toEqual(found);
    expect(server.arrived).toHaveLength(2);
    server.script(reaction);
    expect(await assess(AMPLE_MS)).toEqual({ kind: "unknown", why: expect.stringContaining(why) });
    expect(server.arrived).toHaveLength(2);
  });

  test("who wants to be left alone for longer than the budget is not asked again", async () => {
    server.script(json(429, {}, { "retry-after": "5" }), good(name));
    expect(await assess(AMPLE_MS)).toMatchObject({ why: expect.stringContaining("answered 429") });
    expect(server.arrived).toHaveLength(1);
  });

  test("without time nobody is asked", async () => {
    server.script(good(name));
    expect(await assess(0)).toMatchObject({ kind: "unknown" });
    expect(server.arrived).toEqual([]);
  });
});

test("a second try that comes to nothing leaves what was wrong with the first", async () => {
  server.script(json(503, {}), "silence");
  const assess = askProvider("lookup", twilioLookup, CREDENTIALS);
  expect(await assess(CALLER, 1000)).toMatchObject({ why: "Twilio Lookup answered 503" });
  expect(server.arrived).toHaveLength(2);
});

/** The requests, as TeleSign's SDKs and the twilio helper library make them. */
const basic = `Basic ${Buffer.from(`${CREDENTIALS.username}:${CREDENTIALS.password}`).toString("base64")}`;
const FORM = "application/x-www-form-urlencoded;charset=UTF-8";
test.each<[ProviderName, object]>([
  [
    "telesign",
    {
      ...{ method: "POST", host: "rest-api.telesign.com", path: "/v1/score/12125550123" },
      ...{ contentType: FORM, body: "account_lifecycle_event=transact" },
    },
  ],
  [
    "telesign-intelligence",
    {
      ...{ method: "POST", host: "detect.telesign.com", path: "/intelligence/phone" },
      ...{ contentType: FORM, body: "phone_number=12125550123&account_lifecycle_event=transact" },
    },
  ],
  [
    "lookup",
    {
      ...{ method: "GET", host: "lookups.twilio.com", contentType: undefined, body: "" },
      path: "/v2/PhoneNumbers/%2B12125550123?Fields=line_type_intelligence,line_status",
    },
  ],
])("%s is asked as its documents say", async (name, request) => {
  const provider = providers[name];
  if (provider.kind !== "paid") throw new Error(`${name} is not asked`);
  server.script(good(name));
  await askProvider(name, provider, CREDENTIALS)(CALLER, AMPLE_MS);
  expect(server.arrived).toEqual([{ ...request, authorization: basic }]);
});
