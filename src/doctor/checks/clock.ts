import { check } from "../check";
import { failure, ok, warning } from "../finding";

const DOUBTFUL_MS = 60_000;
/** What has to be compared with Twilio's times (calls of the last day, claims of mails) is wrong from here on. */
const WRONG_MS = 5 * 60_000;
const FIX = "Let this computer set its clock by the network: timedatectl set-ntp true";

export const clockCheck = check({
  name: "clock",
  title: "Clock",
  needs: ["clock"],
  judge: ({ clock: { aheadMs } }) => {
    const seconds = Math.round(Math.abs(aheadMs) / 1000);
    const found = `${seconds} s ${aheadMs < 0 ? "behind" : "ahead of"} Twilio's`;
    if (Math.abs(aheadMs) > WRONG_MS) return [failure(found, FIX)];
    return Math.abs(aheadMs) > DOUBTFUL_MS ? [warning(found, FIX)] : [ok("agrees with Twilio's")];
  },
});
