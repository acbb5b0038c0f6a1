import { DIAL_CALL_STATUSES, parseDialCallStatus } from "../../../src/telephony/dial-call-status";

// https://www.twilio.com/docs/voice/twiml/dial#dialcallstatus-values; `canceled` has one l.
test.each(["completed", "answered", "busy", "no-answer", "failed", "canceled"])(
  "parseDialCallStatus() knows %s",
  (text) => {
    expect(parseDialCallStatus(text)).toBe(text);
    expect(DIAL_CALL_STATUSES).toHaveLength(6);
  },
);

test.each(["", "cancelled", "BUSY", "ringing", undefined])(
  "parseDialCallStatus() does not know %p",
  (text) => {
    expect(parseDialCallStatus(text)).toBeUndefined();
  },
);
