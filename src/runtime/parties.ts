import type { Line, Policy } from "../policy/line";
import type { Caller } from "../telephony/caller";

/** The line that was called; undefined for a number that is none of ours. */
export function lineOf({ lines }: Policy, to: string): Line | undefined {
  return Object.hasOwn(lines, to) ? lines[to] : undefined;
}

/** A caller as the log keeps him: who withholds the number leaves none behind. */
export function loggedCaller(caller: Caller): string {
  switch (caller.kind) {
    case "number":
      return caller.number;
    case "withheld":
      return "withheld";
    case "sip":
      return caller.uri;
    case "client":
      return `client:${caller.name}`;
    case "unparsable":
      return caller.text;
  }
}
