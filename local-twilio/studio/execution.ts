import type { Json, JsonObject } from "./json";
import { DEFAULT_SETTINGS, type StudioSettings } from "./settings";

/**
 * One run of a flow, as plain JSON: everything the next step needs to know.
 * @see https://www.twilio.com/docs/studio/rest-api/v2/execution
 */
export interface Execution {
  readonly sid: string;
  readonly flowSid: string;
  readonly accountSid: string;
  readonly settings: StudioSettings;
  readonly status: "new" | "active" | "ended";
  /** What the parked widget waits for: a webhook of the call, or the response to its HTTP request. */
  readonly awaiting: "nothing" | "webhook" | "response";
  /** The call is over, so a TwiML widget has nothing to act on. */
  readonly callEnded: boolean;
  /** Names of the widgets run so far, in order; the last one is the present one. */
  readonly path: readonly string[];
  /** By which event, and when in epoch milliseconds, each widget of the path was left. */
  readonly exits: readonly { readonly event: string; readonly at: number }[];
  readonly variables: ContextVariables;
  readonly warnings: readonly string[];
  /** Why the execution ended other than by an exit without `next`. */
  readonly error: string | null;
}

/** What Liquid can read. @see https://www.twilio.com/docs/studio/user-guide/get-started#context-variables */
export interface ContextVariables {
  readonly trigger: JsonObject;
  readonly flow: JsonObject & { readonly variables: JsonObject };
  readonly contact: JsonObject;
  readonly widgets: { readonly [name: string]: JsonObject };
  readonly [name: string]: Json;
}

/** An execution that has not begun: its first event is `start`. */
export function createExecution(identity: {
  readonly sid: string;
  readonly flowSid: string;
  readonly accountSid: string;
  readonly settings?: Partial<StudioSettings>;
}): Execution {
  const { sid, flowSid, accountSid, settings } = identity;
  return {
    sid,
    flowSid,
    accountSid,
    settings: { ...DEFAULT_SETTINGS, ...settings },
    status: "new",
    awaiting: "nothing",
    callEnded: false,
    path: [],
    exits: [],
    // flow.sid is the execution's SID, despite the name.
    variables: {
      trigger: {},
      flow: { sid, flow_sid: flowSid, channel: {}, variables: {}, data: {} },
      contact: {},
      widgets: {},
    },
    warnings: [],
    error: null,
  };
}
