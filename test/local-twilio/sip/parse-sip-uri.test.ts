import fc from "fast-check";
import { parseSipUri } from "../../../local-twilio/sip/parse-sip-uri";
import { DOMAIN } from "./sip-home";

/* Examples of https://www.rfc-editor.org/rfc/rfc3261#section-19.1.3, and what phones make of it. */
test.each([
  ["sip:alice@atlanta.com", "alice", "atlanta.com"],
  ["sip:alice:secretword@atlanta.com;transport=tcp", "alice", "atlanta.com"],
  ["sips:alice@atlanta.com?subject=project%20x&priority=urgent", "alice", "atlanta.com"],
  ["sip:+1-212-555-0100:1234@gateway.com;user=phone", "+1-212-555-0100", "gateway.com"],
  ["sips:1212@gateway.com", "1212", "gateway.com"],
  ["sip:alice@192.0.2.4", "alice", "192.0.2.4"],
  ["sip:atlanta.com;method=REGISTER?to=alice%40atlanta.com", "", "atlanta.com"],
  ["sip:alice;day=tuesday@atlanta.com", "alice", "atlanta.com"],
  ["SIP:911@Home.SIP.twilio.com:5061", "911", "home.sip.twilio.com"],
  ["sip:%61lice@atlanta.com", "alice", "atlanta.com"],
])("%s", (text, user, host) => {
  expect(parseSipUri(text)).toEqual({ user, host });
});

test.each([
  "",
  "sip:",
  "sip:alice@",
  "alice@atlanta.com",
  "tel:911",
  "client:alice",
  "sip:a@b@c",
  "sip:a b@c",
  "sip:%ff@c",
  "sip:alice@atlanta.com:x",
])("%j is none", (text) => {
  expect(parseSipUri(text)).toBeUndefined();
});

test("whatever a phone sends is read or is none", () => {
  const isRead = (text: string) => /^[a-z\d.-]+$/.test(parseSipUri(text)?.host ?? "none");
  fc.assert(
    fc.property(fc.string(), (text) =>
      [text, `sip:${text}`, `sip:${text}@${DOMAIN}`, `sip:911@${DOMAIN}${text}`].every(isRead),
    ),
  );
});
