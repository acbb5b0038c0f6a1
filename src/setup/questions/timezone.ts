import { didYouMean } from "../../config/did-you-mean";
import { checkedField } from "../check-field";
import type { Question } from "../question";

/** In which the times of mails are told. @see https://www.iana.org/time-zones */
export const timezone: Question = {
  variable: "GATEHOUSE_TIMEZONE",
  prompt: "Time zone",
  help: "an IANA name, such as America/New_York",
  kept: ({ policy }) => policy?.timezone,
  suggest: ({ localTimezone }) => localTimezone,
  check: (text) => {
    const checked = checkedField(["timezone"], text);
    return "problem" in checked ? { problem: `${checked.problem}${nearest(text)}` } : checked;
  },
};

/** People name their city, where the zone has its continent too. */
function nearest(text: string): string {
  const zones = Intl.supportedValuesOf("timeZone");
  const city = text.replace(/ /g, "_").toLowerCase();
  const named = zones.find((zone) => zone.toLowerCase().endsWith(`/${city}`));
  return didYouMean(named ?? text, zones);
}
