import { execFileSync } from "node:child_process";
import {
  checkListenLink,
  type ListenLink,
  renderListenLink,
  signListenLink,
} from "../../../src/mail/listen-link";
import { readListenLink } from "../../../src/mail/read-listen-link";
import { parseRecordingSid, type RecordingSid } from "../../../src/telephony/sids";

const secret = "a secret of the deployment";
const now = new Date("2026-01-05T15:00:00Z");
const [one, other] = [sid("1"), sid("2")];
const expires = now.getTime() / 1000 + 60;
const link: ListenLink = { recordingSid: one, expires, signature: signListenLink(one, expires, secret) };

function sid(digit: string): RecordingSid {
  const parsed = parseRecordingSid(`RE${digit.repeat(32)}`);
  if (parsed === undefined) throw new Error("no SID");
  return parsed;
}

test("signListenLink() is HMAC-SHA256, as openssl makes it", () => {
  const made = execFileSync("openssl", ["dgst", "-sha256", "-hmac", secret, "-r"], {
    input: `${one}.${expires}`,
  });
  expect(link.signature).toBe(made.toString().split(" ")[0]);
});

test.each<[string, Partial<ListenLink>, string, Date, string]>([
  ["a link as it was mailed", {}, secret, now, "valid"],
  ["a link in its last second", {}, secret, new Date(expires * 1000 - 1), "valid"],
  ["a link whose time is up", {}, secret, new Date(expires * 1000), "expired"],
  ["another recording", { recordingSid: other }, secret, now, "bad"],
  ["a later end", { expires: expires + 1 }, secret, now, "bad"],
  [
    "a signature with one digit changed",
    { signature: link.signature.replace(/.$/, (c) => (c === "0" ? "1" : "0")) },
    secret,
    now,
    "bad",
  ],
  ["a signature cut short", { signature: link.signature.slice(0, 62) }, secret, now, "bad"],
  ["no signature", { signature: "" }, secret, now, "bad"],
  ["another deployment's secret", {}, "another secret", now, "bad"],
  ["an expired link that was tampered with: nothing is told", { expires: 1 }, secret, now, "bad"],
])("checkListenLink() judges %s", (_what, change, key, at, state) => {
  expect(checkListenLink({ ...link, ...change }, key, at)).toBe(state);
});

test.each([
  ["gatehouse-1234-dev.twil.io", "https://gatehouse-1234-dev.twil.io/voicemail/listen?"],
  ["localhost:3000", "http://localhost:3000/voicemail/listen?"],
  ["localhost.example.com", "https://localhost.example.com/voicemail/listen?"],
])("a link for %s starts %s, and reads back as it was signed", (domainName, start) => {
  const url = renderListenLink({ recordingSid: one, expires }, { domainName, secret });
  expect(url.startsWith(start)).toBe(true);
  expect(readListenLink(Object.fromEntries(new URL(url).searchParams))).toEqual(link);
});

const form = { recording: one, expires: String(expires), signature: link.signature };
test.each([
  ["no recording", { recording: undefined }],
  ["the address of a recording", { recording: `https://example.com/${one}` }],
  ["a call's SID", { recording: `CA${"1".repeat(32)}` }],
  ["a path behind the SID", { recording: `${one}/../../Calls` }],
  ["no end", { expires: undefined }],
  ["an end that is no number", { expires: "1e9" }],
  ["a negative end", { expires: "-1" }],
  ["a signature of another length", { signature: "abc" }],
  ["a signature in capitals", { signature: link.signature.toUpperCase().replace(/\d/g, "A") }],
])("readListenLink() refuses %s", (_what, change) => {
  expect(() => readListenLink({ ...form, ...change })).toThrow(TypeError);
});
