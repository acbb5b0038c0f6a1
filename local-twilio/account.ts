/** @see https://www.twilio.com/docs/voice/api/call-resource#call-status-values */
export const CALL_STATUSES = [
  "queued",
  "initiated",
  "ringing",
  "in-progress",
  "completed",
  "busy",
  "failed",
  "no-answer",
  "canceled",
] as const;
export type CallStatus = (typeof CALL_STATUSES)[number];

/** A call as the Calls resource keeps it. Instants are epoch milliseconds, durations seconds. */
export interface CallRow {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  readonly direction: "inbound" | "outbound-dial";
  readonly dateCreated: number;
  readonly parentCallSid?: string;
  readonly forwardedFrom?: string;
  readonly callerName?: string;
  status: CallStatus;
  startTime?: number;
  endTime?: number;
  duration?: number;
}

/** A recording; `speech` is what was said into it, from which local Twilio makes the transcript. */
export interface RecordingRow {
  readonly sid: string;
  readonly callSid: string;
  readonly dateCreated: number;
  readonly startTime: number;
  readonly duration: number;
  readonly source: "RecordVerb" | "DialVerb";
  readonly status: "completed" | "absent";
  readonly speech: string;
}

/** Where Twilio sends the calls to one of the account's numbers. */
export interface NumberConfig {
  readonly voiceUrl: string;
  readonly voiceFallbackUrl?: string;
  readonly voiceFallbackMethod?: "GET" | "POST";
  readonly statusCallback?: string;
}

/** The one account of a local Twilio, with the resources that several products share. */
export interface Account {
  readonly sid: string;
  readonly authToken: string;
  readonly calls: Map<string, CallRow>;
  readonly recordings: Map<string, RecordingRow>;
  readonly numbers: Map<string, NumberConfig>;
}

export function createAccount(sid: string, authToken: string): Account {
  return { sid, authToken, calls: new Map(), recordings: new Map(), numbers: new Map() };
}
