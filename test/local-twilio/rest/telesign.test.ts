import { type LocalTwilio, startLocalTwilio } from "../../../local-twilio/local-twilio";
import { signTelesign } from "../../../local-twilio/rest/telesign/sign-telesign";
import telesign from "../../src/reputation/fixtures/telesign.json";

let local: LocalTwilio;
beforeEach(async () => {
  local = await startLocalTwilio({ now: Date.parse("2026-01-05T15:00:00Z"), seed: "telesign" });
});
afterEach(() => local.close());

const NUMBER = "12125550188";
const SCORE = `https://rest-ww.telesign.com/v1/score/${NUMBER}`;
const INTELLIGENCE = "https://detect.telesign.com/intelligence/phone";
const FORM = "application/x-www-form-urlencoded";

const basic = () => {
  const { customerId, apiKey } = local.reputation.telesign;
  return `Basic ${Buffer.from(`${customerId}:${apiKey}`).toString("base64")}`;
};
async function post(url: string, body: string, headers: Record<string, string> = {}) {
  const all = { authorization: basic(), "content-type": FORM, ...headers };
  const reply = await fetch(url, { method: "POST", body, headers: all });
  return { status: reply.status, body: JSON.parse(await reply.text()) };
}

/** Where each value is, as in `risk.score`. */
function pathsOf(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([name, each]) => pathsOf(each, `${path}.${name}`));
}

/** "Not included in response by default", says the document. */
const NOT_BY_DEFAULT = [
  ".phone_type.override_reason",
  ".phone_type.override_reason_id",
  ".carrier.carrier_id",
];

// TeleSign's OpenAPI documents of Score and of Intelligence Cloud have the same example: see the file's own source.
test.each([
  ["Score", "https://rest-ww.telesign.com/v1/score/12125550188", "account_lifecycle_event=create"],
  [
    "Score on its other host",
    "https://rest-api.telesign.com/v1/score/12125550188",
    "account_lifecycle_event=delete",
  ],
  ["Intelligence Cloud", INTELLIGENCE, "phone_number=12125550188&account_lifecycle_event=transact"],
])("%s answers with what is in TeleSign's example, and the scripted score", async (_what, url, form) => {
  local.reputation.scores.set("+12125550188", { score: 700, phoneType: "5" });
  const { status, body } = await post(url, `${form}&external_id=CA1`);
  expect(status).toBe(200);
  const expected = pathsOf(telesign.success).filter((path) => !NOT_BY_DEFAULT.includes(path));
  expect(pathsOf(body).sort()).toEqual(expected.sort());
  expect(body).toMatchObject({
    ...{ reference_id: expect.stringMatching(/^[0-9A-Z]{32}$/), external_id: "CA1" },
    status: {
      ...{ code: 300, description: "Transaction successfully completed" },
      updated_on: "2026-01-05T15:00:00.000000Z",
    },
    numbering: { original: { complete_phone_number: NUMBER, country_code: "1", phone_number: "2125550188" } },
    phone_type: { code: "5", description: "VOIP" },
    risk: { level: "medium-high", recommendation: "block", score: 700 },
  });
  expect(local.journal.complaints).toEqual([]);
});

test("whom nobody scripted is harmless, and level and recommendation may be scripted, too", async () => {
  expect((await post(SCORE, "account_lifecycle_event=create")).body).toMatchObject({
    external_id: null,
    risk: { level: "low", recommendation: "allow", score: 1 },
  });
  local.reputation.scores.set(`+${NUMBER}`, { score: 500, level: "very-high", recommendation: "block" });
  const { body } = await post(SCORE, "account_lifecycle_event=create");
  expect(body.risk).toEqual({ level: "very-high", recommendation: "block", score: 500 });
});

// https://developer.telesign.com/enterprise/changelog/change-to-risk-recommendation-scale-for-intelligence-and-verify-plus
test.each([
  [1, "low", "allow"],
  [200, "low", "allow"],
  [201, "medium-low", "allow"],
  [400, "medium-low", "allow"],
  [401, "medium", "flag"],
  [600, "medium", "flag"],
  [601, "medium-high", "block"],
  [800, "medium-high", "block"],
  [801, "high", "block"],
  [1000, "high", "block"],
])("a score of %i is %s: %s", async (score, level, recommendation) => {
  local.reputation.scores.set(`+${NUMBER}`, { score });
  const { body } = await post(SCORE, "account_lifecycle_event=create");
  expect(body.risk).toEqual({ level, recommendation, score });
});

/** The known answers of TeleSign's own SDKs. */
describe("signTelesign()", () => {
  const PYTHON_KEY =
    "EXAMPLE----TE8sTgg45yusumoN6BYsBVkh+yRJ5czgsnCehZaOYldPJdmFh6NeX8kunZ2zU1YWaUw/0wV6xfw==".replace(
      /-/g,
      "",
    );
  const parts = {
    ...{ method: "POST", resource: "/v1/resource", contentType: FORM, body: "test=param" },
    ...{ date: "Wed, 14 Dec 2016 18:20:12 GMT", nonce: "A1592C6F-E384-4CDB-BC42-C3AB970369E9" },
  };

  test.each([
    // node_telesign test/RestClient.test.js
    ["Node, form", "VGVzdCBLZXk=", parts, "vXw/XzywdhgfEG2/zWLaFp7oXmjLB8iJDMndvDbZMjk="],
    // python_telesign tests/test_rest.py; Python's decoder skips the four dashes of that key
    ["Python, form", PYTHON_KEY, parts, "2xVlmbrxLjYrrPun3G3WMNG6Jon4yKcTeOoK9DjXJ/Q="],
    [
      "Python, Unicode",
      PYTHON_KEY,
      { ...parts, body: "test=%CF%BF" },
      "h8d4I0RTxErbxYXuzCOtNqb/f0w3Ck8e5SEkGNj01+8=",
    ],
  ])("%s", (_name, key, signed, signature) => {
    expect(signTelesign(key, signed)).toBe(signature);
  });
});

function digest(change: Record<string, string> = {}) {
  const { customerId, apiKey } = local.reputation.telesign;
  const [nonce, date] = ["n-1", "Mon, 05 Jan 2026 15:00:00 GMT"];
  const body = "account_lifecycle_event=create";
  const resource = `/v1/score/${NUMBER}`;
  const signature = signTelesign(apiKey, {
    method: "POST",
    resource,
    contentType: FORM,
    body,
    date: "",
    tsDate: date,
    nonce,
  });
  return {
    ...{ authorization: `TSA ${customerId}:${signature}`, "x-ts-auth-method": "HMAC-SHA256" },
    ...{ "x-ts-nonce": nonce, "x-ts-date": date, ...change },
  };
}

test("a signed request is let in", async () => {
  expect(await post(SCORE, "account_lifecycle_event=create", digest())).toMatchObject({ status: 200 });
});

// Codes and words: the same OpenAPI documents, 401.
const b64 = (text: string) => Buffer.from(text).toString("base64");
test.each<[string, () => Record<string, string>, number, string]>([
  ["another scheme", () => ({ authorization: "Bearer x" }), 10015, "Invalid customer ID"],
  [
    "another customer",
    () => ({ authorization: `Basic ${b64("someone:key")}` }),
    10015,
    "Invalid customer ID",
  ],
  [
    "a wrong key",
    () => ({ authorization: `Basic ${b64(`${local.reputation.telesign.customerId}:key`)}` }),
    10008,
    "Invalid signature",
  ],
  ["another nonce than was signed", () => digest({ "x-ts-nonce": "n-2" }), 10008, "Invalid signature"],
  [
    "another date",
    () => digest({ "x-ts-date": "Mon, 05 Jan 2026 15:00:01 GMT" }),
    10008,
    "Invalid signature",
  ],
  ["another method", () => digest({ "x-ts-auth-method": "HMAC-SHA1" }), 10008, "Invalid signature"],
])("with %s it is not authorized", async (_what, headers, code, description) => {
  const { status, body } = await post(SCORE, "account_lifecycle_event=create", headers());
  expect(status).toBe(401);
  expect(pathsOf(body).sort()).toEqual(pathsOf(telesign.errors["401"]).sort());
  expect(body.status).toMatchObject({ code, description });
  expect(local.journal.complaints).toEqual([]);
});

test("without credentials it is not authorized", async () => {
  const reply = await fetch(SCORE, { method: "POST", body: "account_lifecycle_event=create" });
  expect(reply.status).toBe(401);
});

// Codes and words: the same documents, 400. "The complete phone number includes the country code and has no special
// characters or spaces": https://standard.telesign.com/api-reference/apis/score-api/request-a-reputation-score-for-a-phone-number/post-score
const [EVENT, SCORES] = ["account_lifecycle_event=create", "https://rest-ww.telesign.com/v1/score"];
test.each([
  ["no event", SCORE, "", FORM, 12003],
  ["an event of its own", SCORE, "account_lifecycle_event=call", FORM, 11003],
  ["JSON", SCORE, '{"account_lifecycle_event":"create"}', "application/json", 12003],
  ["a form that does not say so", SCORE, EVENT, "text/plain", 12003],
  ["no number", INTELLIGENCE, EVENT, FORM, 12000],
  ["a number with a plus", INTELLIGENCE, `${EVENT}&phone_number=%2B${NUMBER}`, FORM, 11000],
  ["a path with a plus", `${SCORES}/+${NUMBER}`, EVENT, FORM, 11000],
  ["a path with an encoded plus", `${SCORES}/%2B${NUMBER}`, EVENT, FORM, 11000],
  ["a word in the path", `${SCORES}/anonymous`, EVENT, FORM, 11000],
  ["an encoded digit", `${SCORES}/%3112125550188`, EVENT, FORM, 11000],
])("%s is refused, and a complaint", async (_what, url, body, type, code) => {
  const reply = await post(url, body, { "content-type": type });
  expect(reply).toMatchObject({ status: 400, body: { status: { code, description: expect.any(String) } } });
  expect(local.journal.complaints).toEqual([
    expect.stringMatching(/^TeleSign forbids POST (rest-ww|detect)\./),
  ]);
});

test.each([
  `https://rest-ww.telesign.com/v1/phoneid/${NUMBER}`,
  `https://detect.telesign.com/v1/score/${NUMBER}`,
  "https://rest-ww.telesign.com/intelligence/phone",
])("%s is refused by name", async (url) => {
  const { status } = await post(url, "account_lifecycle_event=create");
  const { host, pathname } = new URL(url);
  expect(status).toBe(501);
  expect(local.journal.complaints).toEqual([`Local Twilio does not have POST ${host}${pathname}`]);
});

test("every request is noted, those included whose reply is spoilt", async () => {
  local.faults.add({ on: "http:rest-ww.telesign.com", fault: { kind: "reset" }, times: 1 });
  local.faults.add({ on: "http:detect.telesign.com", fault: { kind: "lost" }, times: 1 });
  const form = "account_lifecycle_event=create";
  await expect(post(SCORE, form)).rejects.toThrow();
  await post(SCORE, form);
  await expect(post(INTELLIGENCE, `phone_number=${NUMBER}&${form}`)).rejects.toThrow();
  expect(local.journal.reputation.map(({ source, number }) => [source, number])).toEqual([
    ["telesign-score", NUMBER],
    ["telesign-score", NUMBER],
    ["telesign-intelligence", NUMBER],
  ]);
  local.journal.clear();
  expect(local.journal.reputation).toEqual([]);
});

// Codes and words: the same documents' examples.
test.each(Object.entries(telesign.errors).filter(([status]) => status !== "400"))(
  "a fault with status %s is worded as TeleSign's",
  async (status, example) => {
    local.faults.add({
      on: "http:*.telesign.com",
      fault: { kind: "status", status: Number(status) },
      times: 1,
    });
    const { code, description } = example.status;
    expect(await post(SCORE, EVENT)).toMatchObject({
      status: Number(status),
      body: { status: { code, description } },
    });
    expect(local.journal.complaints).toEqual([]);
  },
);

test("faults: garbage, slowness, and no answer at all", async () => {
  local.faults.add({ on: "http:*.telesign.com", fault: { kind: "garbage" }, times: 1 });
  await expect(post(SCORE, EVENT)).rejects.toThrow(SyntaxError);
  local.faults.add({ on: "http:*.telesign.com", fault: { kind: "slow", ms: 5 }, times: 1 });
  expect(await post(SCORE, EVENT)).toMatchObject({ status: 200 });
  local.faults.add({ on: "http:*.telesign.com", fault: { kind: "timeout" }, times: 1 });
  const headers = { authorization: basic(), "content-type": FORM };
  const signal = AbortSignal.timeout(20);
  await expect(fetch(SCORE, { method: "POST", body: EVENT, headers, signal })).rejects.toThrow("timeout");
  expect(local.journal.complaints).toEqual([]);
});
