import { PROVIDER_NAMES, type ProviderName } from "../../../src/policy/reputation";
import { scoreOfLine } from "../../../src/reputation/line-evidence";
import { pauseBeforeRetry } from "../../../src/reputation/pause-before-retry";
import { providers } from "../../../src/reputation/providers";
import { readAddOns } from "../../../src/reputation/read-add-ons";
import { readLookupReply } from "../../../src/reputation/read-lookup-reply";
import { readTelesignReply } from "../../../src/reputation/read-telesign-reply";
import addOns from "./fixtures/add-ons.json";
import telesign from "./fixtures/telesign.json";
import { lookupExample } from "./lookup-example";

const NONSENSE = expect.stringContaining("makes no sense");

test("every provider that a policy can name is there, by its own name in the trace", () => {
  const titles = PROVIDER_NAMES.map((name) => providers[name].title);
  expect(new Set(titles).size).toBe(PROVIDER_NAMES.length);
  expect(Object.keys(providers)).toEqual([...PROVIDER_NAMES]);
});

// Whole numbers from 0 to 1000: https://developer.telesign.com/enterprise/docs/intelligence-get-started
test.each<[unknown]>([
  [-1],
  [1001],
  [959.5],
  ["959"],
  [null],
  [undefined],
  [true],
  [[959]],
  [Number.NaN],
  [Number.POSITIVE_INFINITY],
])("TeleSign's score %p is none", (score) => {
  expect(readTelesignReply({ ...telesign.success, risk: { level: "high", score } })).toEqual({
    kind: "unknown",
    why: NONSENSE,
  });
});

test.each([0, 600, 1000])("TeleSign's score %p is one, also without a level", (score) => {
  expect(readTelesignReply({ ...telesign.success, risk: { score } })).toEqual({
    kind: "score",
    score,
    level: "",
  });
});

// 300 and 301 are the successes; "retrieve the status code property […] rather than the HTTP status code".
test.each<[unknown, object]>([
  [301, { kind: "score", score: 959, level: "high" }],
  [10032, { kind: "unknown", why: "TeleSign found nothing (status 10032)" }],
  ["300", { kind: "unknown", why: NONSENSE }],
  [undefined, { kind: "unknown", why: NONSENSE }],
])("TeleSign's status code %p, with HTTP status 200", (code, finding) => {
  expect(readTelesignReply({ ...telesign.success, status: { code } })).toEqual(finding);
});

test.each([
  ["a number", "12125550123"],
  ["markup", "<Say>high</Say>"],
  ["a speech", "very ".repeat(50)],
  ["an object", {}],
])("a level that is %s does not get into the trace", (_, level) => {
  expect(readTelesignReply({ ...telesign.success, risk: { score: 1, level } })).toMatchObject({ level: "" });
});

test.each<[string, object]>([
  ["fetchLineTypeIntelligence", { kind: "score", score: 500, level: "nonFixedVoip" }],
  ["fetchLineStatusActive", { kind: "score", score: 100, level: "active" }],
  ["fetchLineStatusInactive", { kind: "score", score: 850, level: "inactive" }],
  ["fetch", { kind: "unknown", why: "Twilio Lookup knows nothing of the line" }],
  ["fetchInvalid", { kind: "unknown", why: "Twilio Lookup knows nothing of the line" }],
])("Twilio's example %s", (name, finding) => {
  expect(readLookupReply(lookupExample(name))).toEqual(finding);
});

const lookup = (packages: object) => readLookupReply({ ...lookupExample("fetch"), ...packages });
test.each<[string, object, object]>([
  [
    "a package that is not enabled says nothing (error 60606)",
    {
      line_type_intelligence: { type: "premium", error_code: null },
      line_status: { status: null, error_code: 60606 },
    },
    { score: 900, level: "premium" },
  ],
  [
    "both say something",
    { line_type_intelligence: { type: "nonFixedVoip" }, line_status: { status: "unreachable" } },
    { score: 700, level: "nonFixedVoip, unreachable" },
  ],
  [
    "a package that failed has no word at all",
    { line_type_intelligence: { error_code: 60601 }, line_status: { status: "active" } },
    { score: 100, level: "active" },
  ],
  [
    "a package that found nothing",
    { line_type_intelligence: { type: "mobile" }, line_status: { status: null, error_code: null } },
    { score: 100, level: "mobile" },
  ],
  ["a type that is a number", { line_type_intelligence: { type: 5 } }, { why: NONSENSE }],
  ["a package that is a text", { line_status: "active" }, { why: NONSENSE }],
  ["a type nobody has heard of", { line_type_intelligence: { type: "satellite" } }, { kind: "unknown" }],
])("Lookup: %s", (_, packages, finding) => {
  expect(lookup(packages)).toMatchObject(finding);
});

// The types are those that Twilio lets one override: OverridesRequest.line_type in its OpenAPI document.
test("ordinary lines score below 600, those that nobody calls from do not, and each status adds to the same", () => {
  const types = ["landline", "mobile", "fixedVoip", "personal", "uan", "tollFree", "nonFixedVoip"];
  const unlikely = ["sharedCost", "voicemail", "pager", "premium"];
  for (const type of types) expect(scoreOfLine({ type, status: "active" })).toBeLessThan(600);
  for (const type of unlikely) expect(scoreOfLine({ type, status: undefined })).toBeGreaterThanOrEqual(600);
  for (const type of [...types, ...unlikely]) {
    const alone = scoreOfLine({ type, status: undefined }) ?? Number.NaN;
    expect(scoreOfLine({ type, status: "reachable" })).toBe(alone);
    expect(scoreOfLine({ type, status: "unreachable" })).toBe(Math.min(alone + 200, 1000));
    expect(scoreOfLine({ type, status: "inactive" })).toBe(Math.max(alone, 850));
  }
  expect(scoreOfLine({ type: "unknown", status: "unknown" })).toBeUndefined();
});

function fromAddOns(name: ProviderName, text: string) {
  const provider = providers[name];
  if (provider.kind !== "addOn") throw new Error(`${name} is no add-on`);
  return readAddOns(name, provider, text);
}

test.each<[string, ProviderName, object, object]>([
  ["a robocaller", "nomorobo", addOns.nomoroboSpam, { score: 1000, provider: "nomorobo" }],
  ["nobody", "nomorobo", addOns.nomoroboFine, { score: 0, provider: "nomorobo" }],
  ["a failure", "nomorobo", addOns.nomoroboFailed, { kind: "unknown", why: "Nomorobo failed" }],
  ["a time-out beside a success", "nomorobo", addOns.partial, { kind: "unknown", why: "Nomorobo failed" }],
  ["a success beside a time-out", "marchex", addOns.partial, { score: 0, level: "CleanCall" }],
  ["BLOCK", "marchex", addOns.marchexSpam, { score: 1000, level: "Testing", provider: "marchex" }],
  ["a level of risk", "icehook", addOns.icehook, { score: 940, level: "highly_likely", provider: "icehook" }],
  ["no result", "icehook", addOns.partial, { why: "the call came without a result of icehook_scout" }],
])("add-ons: %s of %s", (_, name, value, found) => {
  expect(fromAddOns(name, JSON.stringify(value))).toMatchObject(found);
});

const resultOf = (name: string, result: unknown) =>
  JSON.stringify({ status: "successful", results: { [name]: { status: "successful", result } } });
test.each<[ProviderName, string]>([
  ["nomorobo", resultOf("nomorobo_spamscore", { score: 2 })],
  ["nomorobo", resultOf("nomorobo_spamscore", { score: "1" })],
  ["nomorobo", resultOf("nomorobo_spamscore", { score: 0.8 })],
  ["nomorobo", resultOf("nomorobo_spamscore", null)],
  ["marchex", resultOf("marchex_cleancall", { recommendation: "BLOCK" })],
  ["marchex", resultOf("marchex_cleancall", { result: { recommendation: "block" } })],
  ["icehook", resultOf("icehook_scout", { risk_level: 101 })],
  ["icehook", resultOf("icehook_scout", { risk_level: 59.5 })],
  ["icehook", resultOf("icehook_scout", { risk_level: "94" })],
  ["icehook", resultOf("icehook_scout", [])],
  ["icehook", "<html>"],
  ["icehook", '{"status":"succ'],
  ["icehook", " ".repeat(70_000) + JSON.stringify(addOns.icehook)],
])("%s makes no sense of %s", (name, text) => {
  expect(fromAddOns(name, text)).toEqual({ kind: "unknown", why: expect.stringMatching(/makes? no sense/) });
});

// Shopify's Liquid, to_json of nothing: null.
test.each(["", "  ", "null", '""'])("a call without add-ons says so: %j", (text) => {
  expect(fromAddOns("nomorobo", text)).toMatchObject({ why: expect.stringContaining("without add-ons") });
});

test("add-ons that failed as a whole say nothing", () => {
  expect(fromAddOns("nomorobo", JSON.stringify({ ...addOns.nomoroboSpam, status: "failed" }))).toEqual({
    kind: "unknown",
    why: "the call's add-ons failed",
  });
});

test.each<[number, number, number | undefined, number | undefined]>([
  [100, 1500, undefined, 40],
  [730, 1500, undefined, 40],
  [731, 1500, undefined, undefined],
  [100, 1500, 1000, 1000],
  [100, 1500, 1301, undefined],
  [100, 1500, 10, 40],
  [1500, 1500, undefined, undefined],
])("after %p of %p ms, asked to wait %p, the second try waits %p", (tookMs, budgetMs, askedMs, pause) => {
  expect(pauseBeforeRetry({ tookMs, budgetMs, ...(askedMs === undefined ? {} : { askedMs }) })).toBe(pause);
});
