import type { RecordingRow } from "../../account";
import { type Next, requestAction } from "../document-request";
import { answer, type Leg } from "../leg";
import { reportRecording, reportRecordingStart, urlOfRecording } from "../recording-callbacks";
import type { RecordVerb } from "./parse-record";
import { type Message, takeMessage } from "./take-message";

/**
 * Records a message and requests the action, also when the caller has hung up (`Digits=hangup`, with a completed
 * call). A silent recording is kept too, with a duration of 0.
 * @see https://www.twilio.com/docs/voice/twiml/record
 */
export async function executeRecord(leg: Leg, record: RecordVerb): Promise<Next> {
  answer(leg);
  const sid = leg.world.sids("RE");
  const message = await takeMessage(leg, record, (startTime) =>
    leg.background.add(reportRecordingStart(leg, record.statusCallback, started(leg, sid, startTime))),
  );
  const recording = keepRecording(leg, sid, message);
  leg.background.add(reportRecording(leg, record, recording));
  // Nobody hung up: the call was led to another document, and what was said until then is kept.
  if (leg.redirect !== undefined) return { kind: "end" };
  const request = requestAction(record.action, resultOf(leg, recording, message.digits));
  return message.digits === "hangup" ? { kind: "end", report: request } : { kind: "fetch", request };
}

function started(leg: Leg, sid: string, startTime: number) {
  return { sid, callSid: leg.row.sid, startTime, source: "RecordVerb" } as const;
}

function resultOf(
  leg: Leg,
  { sid, duration }: RecordingRow,
  digits: string | undefined,
): Record<string, string> {
  return {
    RecordingUrl: urlOfRecording(leg, sid),
    RecordingSid: sid,
    RecordingDuration: String(duration),
    ...(digits === undefined ? {} : { Digits: digits }),
  };
}

function keepRecording(leg: Leg, sid: string, { startTime, speech, duration }: Message): RecordingRow {
  const recording: RecordingRow = {
    sid,
    callSid: leg.row.sid,
    dateCreated: startTime,
    startTime,
    duration,
    source: "RecordVerb",
    status: "completed",
    speech,
  };
  leg.world.account.recordings.set(sid, recording);
  leg.log.recordings.push({ sid, seconds: duration });
  leg.log.note("recorded", `${duration} seconds`);
  return recording;
}
