import type { Home } from "../policy/home/home";
import { type E164, parseE164 } from "../telephony/e164";
import { compileHours } from "./compile-hours";
import type { HomeFile } from "./home-schema";
import type { PolicyFile } from "./policy-schema";

/** The section `home` with every number, time and default in its final form, of a file that the checks have let pass. */
export function compileHome({ country, lines }: PolicyFile, home: HomeFile): Home {
  const { bedtimes, exceptions, recording, outgoing, callerId, ...same } = home;
  return {
    ...same,
    callerId: numberIn(callerId ?? firstLineOf(lines), country),
    bedtimes: compileHours(bedtimes, exceptions),
    isRecorded: recording,
    outgoing: { ...outgoing, countries: outgoing.countries ?? [country] },
  };
}

/** The first line that rings home, else the first of all. */
function firstLineOf(lines: PolicyFile["lines"]): string {
  const keys = Object.keys(lines);
  return keys.find((key) => lines[key]?.ring.to === "home") ?? keys[0] ?? "";
}

function numberIn(text: string, country: string): E164 {
  const number = parseE164(text, country);
  if (number === undefined) throw new TypeError(`Cannot read policy: ${text} is not a telephone number`);
  return number;
}
