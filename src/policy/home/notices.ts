import type { Home } from "./home";
import { NOTICES, type Notice } from "./room-events";

/** What those on the line are told as soon as they are connected. */
export function noticesAtStart(home: Home | undefined): Notice[] {
  return [
    ...(home?.monitoring === "atStart" ? ["monitoring" as const] : []),
    ...(home?.isRecorded ? ["recording" as const] : []),
  ];
}

/** The words of a notice. */
export function wordsOf(notice: Notice, { monitoringNotice, recordingNotice }: Home): string {
  return notice === "monitoring" ? monitoringNotice : recordingNotice;
}

/** The notices that an address names, `monitoring,recording`; what is none is left out. */
export function parseNotices(text: string | undefined): Notice[] {
  return (text ?? "").split(",").flatMap((name) => NOTICES.find((notice) => notice === name) ?? []);
}
