import type { Account } from "./account";
import { ask } from "./ask";

/** A call as Twilio remembers it. Instants are epoch milliseconds. @see https://www.twilio.com/docs/voice/api/call-resource */
export interface PastCall {
  readonly sid: string;
  readonly to: string;
  readonly direction: string;
  /** `completed` is a call that was answered. */
  readonly status: string;
  readonly startedAt: number | undefined;
  readonly endedAt: number | undefined;
}

/** A recording as Twilio remembers it. @see https://www.twilio.com/docs/voice/api/recording */
export interface PastRecording {
  readonly sid: string;
  readonly callSid: string;
  readonly status: string;
  readonly seconds: number;
  readonly createdAt: number | undefined;
}

const PAGE_SIZE = 1000;

/** Every call that began since an instant, in epoch milliseconds, of whatever direction. @throws AccountFailure */
export async function listCallsSince(account: Account, since: number): Promise<PastCall[]> {
  const found = await ask(account, "list the calls", () =>
    account.client.calls.list({ startTimeAfter: new Date(since), pageSize: PAGE_SIZE }),
  );
  return found.map(({ sid, to, direction, status, startTime, endTime }) => ({
    ...{ sid, to, direction, status },
    startedAt: instantOf(startTime),
    endedAt: instantOf(endTime),
  }));
}

/** Every recording that was made since an instant, in epoch milliseconds. @throws AccountFailure */
export async function listRecordingsSince(account: Account, since: number): Promise<PastRecording[]> {
  const found = await ask(account, "list the recordings", () =>
    account.client.recordings.list({ dateCreatedAfter: new Date(since), pageSize: PAGE_SIZE }),
  );
  return found.map(({ sid, callSid, status, duration, dateCreated }) => ({
    ...{ sid, callSid, status },
    seconds: Number(duration ?? 0) || 0,
    createdAt: instantOf(dateCreated),
  }));
}

/** The newest recording there is; undefined when there is none. @throws AccountFailure */
export async function findRecording(account: Account): Promise<string | undefined> {
  const [newest] = await ask(account, "list the recordings", () =>
    account.client.recordings.list({ limit: 1, pageSize: 1 }),
  );
  return newest?.sid;
}

/** Twilio leaves out what has not come to pass; the helper library may then make a date that is none. */
function instantOf(date: Date | null | undefined): number | undefined {
  const instant = date?.getTime();
  return instant === undefined || Number.isNaN(instant) ? undefined : instant;
}
