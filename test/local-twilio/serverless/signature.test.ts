import { createHash } from "node:crypto";
import { isSignedByTwilio, type SignedRequest } from "../../../local-twilio/serverless/signature";
import { signWebhook } from "../../../local-twilio/webhook";

// The worked example of https://www.twilio.com/docs/usage/security#validating-requests, signature and all.
const TOKEN = "12345";
const EXAMPLE: SignedRequest = {
  method: "POST",
  url: "https://mycompany.com/myapp.php?foo=1&bar=2",
  signature: "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
  contentType: "application/x-www-form-urlencoded",
  body: Buffer.from(
    "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212",
  ),
};
const GET: SignedRequest = {
  method: "GET",
  url: "http://localhost:3000/listen?recording=RE1&expires=5",
  signature: signWebhook(TOKEN, "http://localhost:3000/listen?recording=RE1&expires=5", {}),
  contentType: undefined,
  body: Buffer.alloc(0),
};
// JSON is signed by its SHA-256 in the query: same page, "Explore the algorithm yourself".
const JSON_BODY = Buffer.from('{"a":"é"}');
const JSON_URL = `http://localhost:3000/hook?bodySHA256=${createHash("sha256").update(JSON_BODY).digest("hex")}`;
const JSON_REQUEST: SignedRequest = {
  method: "POST",
  url: JSON_URL,
  signature: signWebhook(TOKEN, JSON_URL, {}),
  contentType: "application/json",
  body: JSON_BODY,
};
// Repeated fields count once each, sorted: what `lib/webhooks/webhooks.js` of the helper library does with arrays.
const REPEATED: SignedRequest = {
  ...EXAMPLE,
  body: Buffer.from("Media=b&Media=a&Media=b&X=1"),
  signature: signWebhook(TOKEN, `${EXAMPLE.url}MediaaMediabX1`, {}),
};

test.each<[string, SignedRequest, boolean]>([
  ["the documented example", EXAMPLE, true],
  ["fields in another order", { ...EXAMPLE, body: reversed(EXAMPLE.body) }, true],
  ["no signature", { ...EXAMPLE, signature: undefined }, false],
  ["an empty signature", { ...EXAMPLE, signature: "" }, false],
  ["a signature of another length", { ...EXAMPLE, signature: "short" }, false],
  [
    "a changed field",
    { ...EXAMPLE, body: Buffer.from(String(EXAMPLE.body).replace("1234&", "1235&")) },
    false,
  ],
  ["an added field", { ...EXAMPLE, body: Buffer.from(`${EXAMPLE.body}&Extra=1`) }, false],
  ["a changed query", { ...EXAMPLE, url: EXAMPLE.url.replace("foo=1", "foo=2") }, false],
  ["another path", { ...EXAMPLE, url: EXAMPLE.url.replace("myapp", "yourapp") }, false],
  ["a GET with a query", GET, true],
  ["a GET with another query", { ...GET, url: `${GET.url}0` }, false],
  [
    "a GET through another port: the validator ignores ports",
    { ...GET, url: GET.url.replace(":3000", "") },
    false,
  ],
  ["JSON with its digest", JSON_REQUEST, true],
  ["JSON that was changed", { ...JSON_REQUEST, body: Buffer.from('{"a":"e"}') }, false],
  ["JSON without a digest", { ...JSON_REQUEST, url: "http://localhost:3000/hook" }, false],
  ["a body of no declared type", { ...EXAMPLE, contentType: undefined }, false],
  ["repeated fields", REPEATED, true],
  ["repeated fields, one left out", { ...REPEATED, body: Buffer.from("Media=b&X=1") }, false],
])("isSignedByTwilio() with %s", (_name, request, expected) => {
  expect(isSignedByTwilio(TOKEN, request)).toBe(expected);
});

test("isSignedByTwilio() with another account's token", () => {
  expect(isSignedByTwilio("12346", EXAMPLE)).toBe(false);
});

function reversed(form: Buffer): Buffer {
  return Buffer.from(String(form).split("&").reverse().join("&"));
}
