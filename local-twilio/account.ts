import type { AddressRow } from "./address-row";
import type { NumberRow } from "./number-row";
import type { CredentialListRow, SipDomainRow } from "./sip-rows";

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
  readonly direction: "inbound" | "outbound-dial" | "outbound-api";
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
  readonly source: "RecordVerb" | "DialVerb" | "Conference" | "StartCallRecordingAPI";
  /** Of a conference's recording; `callSid` is then a call in it. */
  readonly conferenceSid?: string;
  duration: number;
  status: "in-progress" | "completed" | "absent";
  speech: string;
}

/** A conference as the Conferences resource keeps it. @see https://www.twilio.com/docs/voice/api/conference-resource */
export interface ConferenceRow {
  readonly sid: string;
  readonly friendlyName: string;
  readonly dateCreated: number;
  dateUpdated: number;
  status: "init" | "in-progress" | "completed";
  reasonEnded?:
    | "conference-ended-via-api"
    | "participant-with-end-conference-on-exit-left"
    | "participant-with-end-conference-on-exit-kicked"
    | "last-participant-left"
    | "last-participant-kicked";
  callSidEnding?: string;
}

/** @see https://www.twilio.com/docs/iam/api/account (account_enum_type, account_enum_status) */
export type AccountType = "Trial" | "Full";
export type AccountStatus = "active" | "suspended" | "closed";

/** The one account of a local Twilio, with the resources that several products share. Fields without `readonly` are settings. */
export interface Account {
  readonly sid: string;
  readonly authToken: string;
  readonly dateCreated: number;
  friendlyName: string;
  type: AccountType;
  status: AccountStatus;
  /**
   * "Enforce HTTP Auth on Media URLs" of the console's voice settings: whether recordings ask for credentials.
   * @see https://support.twilio.com/hc/en-us/articles/15827821586843
   */
  enforceMediaAuth: boolean;
  readonly calls: Map<string, CallRow>;
  readonly recordings: Map<string, RecordingRow>;
  readonly conferences: Map<string, ConferenceRow>;
  /** By number in E.164. */
  readonly numbers: Map<string, NumberRow>;
  /** Numbers of others that may be shown as caller IDs, in E.164. @see https://www.twilio.com/docs/voice/api/outgoing-caller-ids */
  readonly verifiedCallerIds: Set<string>;
  readonly addresses: Map<string, AddressRow>;
  readonly sipDomains: Map<string, SipDomainRow>;
  readonly credentialLists: Map<string, CredentialListRow>;
  /** Names of deleted SIP Domains, and from when on they may be taken again (epoch milliseconds). */
  readonly reservedSipNames: Map<string, number>;
}

/** A full, active account without any resources. @param now when it was opened, in epoch milliseconds */
export function createAccount(sid: string, authToken: string, now = 0): Account {
  return {
    ...{ sid, authToken, dateCreated: now },
    ...{ friendlyName: "Local Twilio", type: "Full", status: "active", enforceMediaAuth: true },
    ...{
      calls: new Map(),
      recordings: new Map(),
      conferences: new Map(),
      numbers: new Map(),
      verifiedCallerIds: new Set(),
      addresses: new Map(),
    },
    ...{ sipDomains: new Map(), credentialLists: new Map(), reservedSipNames: new Map() },
  };
}
