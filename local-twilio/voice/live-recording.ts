import type { RecordingRow } from "../account";
import type { Leg } from "./leg";
import { reportRecordingStart, reportRecordingStatus } from "./recording-callbacks";
import type { RecordingCallback } from "./verbs/parse-record";

/** A recording that goes on beside whatever its calls do. */
export interface LiveRecording {
  readonly row: RecordingRow;
  /** Records what a leg's party says, while `isHeard`. */
  listenTo(leg: Leg, isHeard?: () => boolean): void;
  /** Ends it: it is completed, and its status callback is told soon after. Stopping again changes nothing. */
  stop(): void;
}

/** What a recording is of, and who is told of it. */
export interface RecordingOrder {
  readonly source: "Conference" | "StartCallRecordingAPI";
  readonly conferenceSid?: string;
  readonly callback: RecordingCallback;
  /** The legs after whose calls its callbacks come. */
  readonly witnesses: ReadonlySet<Leg>;
}

/** Starts to record. The callbacks are made in the name of the leg, whose URLs they belong to. */
export function startRecording(
  leg: Leg,
  { source, conferenceSid, callback, witnesses }: RecordingOrder,
): LiveRecording {
  const background = (work: Promise<void>) => {
    for (const witness of witnesses) witness.background.add(work);
  };
  const { account, clock, sids } = leg.world;
  const now = clock.now();
  const row: RecordingRow = {
    ...{ sid: sids("RE"), callSid: leg.row.sid, dateCreated: now, startTime: now, source },
    ...{ status: "in-progress", duration: 0, speech: "" },
    ...(conferenceSid === undefined ? {} : { conferenceSid }),
  };
  account.recordings.set(row.sid, row);
  background(reportRecordingStart(leg, callback, row));
  const heard: string[] = [];
  const deaf: (() => void)[] = [];
  return {
    row,
    listenTo({ ears }, isHeard = () => true) {
      const hear = (text: string) => void (isHeard() && heard.push(text));
      ears.add(hear);
      deaf.push(() => ears.delete(hear));
    },
    stop() {
      if (row.status !== "in-progress") return;
      for (const forget of deaf) forget();
      Object.assign(row, finished(clock.now() - now, heard));
      leg.log.note("recorded", `${row.duration} seconds`);
      background(reportRecordingStatus(leg, callback, row));
    },
  };
}

function finished(ms: number, heard: readonly string[]): Partial<RecordingRow> {
  return { status: "completed", duration: Math.round(ms / 1000), speech: heard.join(" ") };
}

/** Records a call in progress until it ends. */
export function recordLeg(leg: Leg, callback: RecordingCallback): RecordingRow {
  const recording = startRecording(leg, {
    source: "StartCallRecordingAPI",
    callback,
    witnesses: new Set([leg]),
  });
  recording.listenTo(leg);
  leg.closers.add(() => recording.stop());
  return recording.row;
}
