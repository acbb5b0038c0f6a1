import type { QueuedCallback } from "../../policy/office/callback-queue";
import { terminalTime } from "../terminal-time";
import type { Placing } from "./callback-place";

/** Those who wait first, in their order, then those who do not wait any more. */
export function sortCallbacks(queue: readonly QueuedCallback[]): QueuedCallback[] {
  const isOver = ({ callback: { state } }: QueuedCallback) => state !== "waiting" && state !== "calling";
  return [...queue].sort(
    (a, b) => Number(isOver(a)) - Number(isOver(b)) || a.callback.askedAt.localeCompare(b.callback.askedAt),
  );
}

export const CALLBACK_HEADINGS = [
  ...["NUMBER", "DEPARTMENT", "LINE", "ASKED", "STATE", "TRIES", "LAST TRY", "NOTE"],
] as const;

/** A call-back as a line of a table has it, below {@link CALLBACK_HEADINGS}. @param timezone IANA name */
export function callbackCells({ number, callback }: QueuedCallback, timezone: string): string[] {
  const { department, line, askedAt, state, tries, triedAt, note } = callback;
  return [
    ...[number, department, line, terminalTime(askedAt, timezone), state, String(tries)],
    triedAt === undefined ? "" : terminalTime(triedAt, timezone),
    note ?? "",
  ];
}

/** What became of one that was due, in a line. */
export function describePlacing({ number, callback, outcome, detail }: Placing): string {
  const whose = `${number} for ${callback.department}`;
  switch (outcome) {
    case "placed":
      return `${whose}: ringing ${detail}`;
    case "failed":
      return `${whose}: given up after ${callback.tries} tries (${detail})`;
    case "refused":
      return `${whose}: not placed. ${detail}`;
    case "skipped":
      return `${whose}: waits, for ${detail}`;
  }
}
