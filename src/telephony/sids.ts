declare const brand: unique symbol;

/** The SID of a call. @see https://www.twilio.com/docs/glossary/what-is-a-sid */
export type CallSid = string & { readonly [brand]: "CallSid" };

/** The SID of a recording. */
export type RecordingSid = string & { readonly [brand]: "RecordingSid" };

/** The SID of a Studio flow. */
export type FlowSid = string & { readonly [brand]: "FlowSid" };

/** The text as a call's SID; undefined when it is none. */
export function parseCallSid(text: string): CallSid | undefined {
  return isCallSid(text) ? text : undefined;
}

/** The text as a recording's SID; undefined when it is none. */
export function parseRecordingSid(text: string): RecordingSid | undefined {
  return isRecordingSid(text) ? text : undefined;
}

/** The text as a flow's SID; undefined when it is none. */
export function parseFlowSid(text: string): FlowSid | undefined {
  return isFlowSid(text) ? text : undefined;
}

function isFlowSid(text: string): text is FlowSid {
  return /^FW[0-9a-f]{32}$/.test(text);
}

function isCallSid(text: string): text is CallSid {
  return /^CA[0-9a-f]{32}$/.test(text);
}

function isRecordingSid(text: string): text is RecordingSid {
  return /^RE[0-9a-f]{32}$/.test(text);
}
