import { check } from "../check";
import { failure, ok, warning } from "../finding";

/** @see https://support.twilio.com/hc/en-us/articles/15827821586843 (Enforce HTTP Auth on Media URLs) */
const SETTING =
  "Turn on HTTP Basic Authentication for media access: https://console.twilio.com (Voice > Settings > General)";

export const recordingsCheck = check({
  name: "recordings",
  title: "Recordings",
  needs: ["mediaAnswer"],
  judge: ({ mediaAnswer: { status, isReal } }) => {
    if (status === 401 || status === 403) return [ok("nobody hears them without the account's credentials")];
    const asked = isReal ? "a recording" : "a made-up recording";
    const isOpen = status < 400 || status === 404;
    if (isOpen)
      return [
        failure(`whoever knows a recording's address can hear it (${asked}: ${status}, not 401)`, SETTING),
      ];
    return [warning(`it cannot be told whether they are open: ${asked} was answered ${status}`, "Try again")];
  },
});
