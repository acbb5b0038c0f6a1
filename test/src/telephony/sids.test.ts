import { parseCallSid, parseRecordingSid } from "../../../src/telephony/sids";

const HEX = "0123456789abcdef0123456789abcdef";

// "a 34 character string that starts with" two letters: https://www.twilio.com/docs/glossary/what-is-a-sid
test.each([
  ["parseCallSid() takes a call's", parseCallSid, `CA${HEX}`, true],
  ["parseCallSid() takes no recording's", parseCallSid, `RE${HEX}`, false],
  ["parseCallSid() takes none that is too short", parseCallSid, `CA${HEX.slice(1)}`, false],
  ["parseCallSid() takes none with more behind it", parseCallSid, `CA${HEX}/../`, false],
  ["parseCallSid() takes no line break", parseCallSid, `CA${HEX}\n`, false],
  [
    "parseCallSid() takes no capitals, which Twilio never sends",
    parseCallSid,
    `CA${HEX.toUpperCase()}`,
    false,
  ],
  ["parseRecordingSid() takes a recording's", parseRecordingSid, `RE${HEX}`, true],
  ["parseRecordingSid() takes no call's", parseRecordingSid, `CA${HEX}`, false],
])("%s SID", (_name, parse, text, isOne) => {
  expect(parse(text)).toBe(isOne ? text : undefined);
});
