import type { Arrival } from "../../local-twilio/studio/events";
import { CALL } from "../local-twilio/studio/run-flow";

/** What arrives at a flow while somebody is on the line. */
const talking = { ...CALL, CallStatus: "in-progress" };
/** A Function answers; `parsed` are what it says in JSON. */
export const says = (parsed: object): Arrival => ({
  type: "response",
  response: { kind: "reply", status: 200, contentType: "application/json", body: JSON.stringify(parsed) },
});
export const fails: Arrival = { type: "response", response: { kind: "failed", reason: "timeout" } };
/** A widget that needs the call is over. */
export const webhook = (flowEvent: string, parameters: object = {}): Arrival => ({
  type: "webhook",
  flowEvent,
  parameters: { ...talking, ...parameters },
});
