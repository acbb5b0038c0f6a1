import { DISPOSITIONS } from "../../policy/call-log";
import { check } from "../check";
import { complaintsOr, type Finding, failure, ok, warning } from "../finding";
import type { CallHistory } from "../facts/call-history";

type Call = CallHistory["calls"][number];

/** Rows are written when a call ends, or a moment later. */
const GRACE_MS = 2 * 60_000;
const LOGS = "Look at it: https://console.twilio.com (Monitor > Logs > Calls, and > Errors)";

/** The calls of the last day, as Twilio lists them, against the rows that we keep: every call must have come to an end. */
export const callsCheck = check({
  name: "calls",
  title: "Calls of the last day",
  needs: ["callHistory", "now"],
  judge: ({ callHistory: { calls }, now }) => {
    const ended = calls.filter((call) => hasEnded(call, now));
    const unseen = ended.filter((call) => isGivenUp(call)).length;
    if (ended.length === 0) return [ok("none")];
    const well = `${ended.length}, each with an end${unseen === 0 ? "" : ` (${unseen} hung up before being screened)`}`;
    return complaintsOr(well, ended.flatMap(judgeCall));
  },
});

const UNDER_WAY = ["queued", "initiated", "ringing", "in-progress"];

function hasEnded({ status, endedAt, startedAt }: Call, now: number): boolean {
  return !UNDER_WAY.includes(status) && (endedAt ?? startedAt ?? 0) < now - GRACE_MS;
}

/**
 * The statuses of a call that nobody answered. A rejected one is among them, and has a row that says so; without a row
 * the caller hung up before there was anything to write.
 * @see https://www.twilio.com/docs/voice/twiml/reject (`rejected` ends as no-answer, `busy` as busy)
 */
const UNANSWERED = ["no-answer", "canceled"];

const isGivenUp = ({ status, row }: Call): boolean => row === undefined && UNANSWERED.includes(status);

function judgeCall(call: Call): Finding[] {
  const { row, status } = call;
  const name = nameOf(call);
  const disposition = DISPOSITIONS.find((known) => known === row?.disposition);
  if (disposition === "error") return [failure(`${name} ended in error`, LOGS)];
  if (status === "failed") return [failure(`${name} failed: no TwiML could be had for it`, LOGS)];
  if (isGivenUp(call)) return [];
  if (row === undefined) return [warning(`${name} left no row: how it ended is not known`, LOGS)];
  if (disposition === undefined) return [warning(`${name} left a row without a disposition`, LOGS)];
  if (disposition === "rejected" && status === "completed")
    return [warning(`${name} was to be rejected, and was answered (and billed)`, LOGS)];
  return [];
}

function nameOf({ sid, startedAt, status }: Call): string {
  const when = startedAt === undefined ? "" : ` of ${new Date(startedAt).toISOString()}`;
  return `${sid}${when} (${status})`;
}

/** The recordings of those calls: each is a message that its owner must hear of. */
export const voicemailsCheck = check({
  name: "voicemails",
  title: "Voicemails of the last day",
  needs: ["callHistory", "now"],
  judge: ({ callHistory: { recordings }, now }) => {
    const messages = recordings.filter(
      ({ status, seconds, createdAt = 0 }) =>
        status === "completed" && seconds > 0 && createdAt < now - GRACE_MS,
    );
    return complaintsOr(
      messages.length === 0 ? "none" : `${messages.length}, each known to us`,
      messages
        .filter(({ isKept }) => !isKept)
        .map(({ sid, callSid }) =>
          failure(
            `the recording ${sid} of ${callSid} was not noted, so its mail was never sent`,
            `Hear it: https://console.twilio.com (Monitor > Logs > Call recordings). ${LOGS}`,
          ),
        ),
    );
  },
});
