import type { LoggedCall } from "../store/calls";
import { terminalTime } from "./terminal-time";

/** Which calls somebody wants to see. */
export interface CallChoice {
  /** Epoch milliseconds. */
  readonly since: number | undefined;
  readonly last: number;
}

/** The calls that somebody wants to see, of all, the newest first. What has no time is not since any. */
export function chooseCalls(calls: readonly LoggedCall[], { since, last }: CallChoice): LoggedCall[] {
  const isRecent = ({ at }: LoggedCall) => since === undefined || Date.parse(at ?? "") >= since;
  return calls.filter(isRecent).slice(0, last);
}

export const CALL_HEADINGS = [
  ...["WHEN", "WHO", "LINE", "VERDICT", "WHY", "DEPARTMENT", "WAIT", "TALK", "END", "RATING"],
] as const;

/** A call as a line of a table has it, below {@link CALL_HEADINGS}. @param timezone IANA name */
export function callCells(call: LoggedCall, timezone: string): string[] {
  const { at, from, to, verdict, rule, reason, department, disposition, rating } = call;
  return [
    at === undefined ? "" : terminalTime(at, timezone),
    from ?? "unknown",
    to ?? "unknown",
    [verdict, rule === undefined ? undefined : `by ${rule}`].filter(Boolean).join(" "),
    reason ?? "",
    department ?? "",
    seconds(call.waitSeconds),
    seconds(call.talkSeconds),
    disposition ?? "",
    rating === undefined ? "" : String(rating),
  ];
}

const seconds = (count: number | undefined): string => (count === undefined ? "" : `${count} s`);
