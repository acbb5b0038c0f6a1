import { check } from "../check";
import { complaintsOr, ok, warning } from "../finding";

/**
 * Whether there is a caller's name for the lines that judge by it.
 * @see https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource VoiceCallerIdLookup, which is paid for
 */
export const callerNamesCheck = check({
  name: "caller-names",
  title: "Caller names",
  needs: ["policy", "numbers"],
  judge: ({ policy: { policy }, numbers }) => {
    const lines = Object.values(policy.lines).filter(({ rules }) => rules.includes("callername"));
    if (lines.length === 0) return [ok("no line goes by them")];
    const nameless = lines.filter(({ number }) =>
      numbers.some((one) => one.number === number && !one.looksUpNames),
    );
    return complaintsOr(
      "Twilio looks them up",
      nameless.map(({ number }) =>
        warning(
          `${number} goes by them, and Twilio looks up none: every name is missing`,
          "Turn on Caller Name Lookup, which is paid for: https://console.twilio.com (Phone Numbers > Manage > Active numbers)",
        ),
      ),
    );
  },
});
