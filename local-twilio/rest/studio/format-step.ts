import { createHash } from "node:crypto";
import type { Running } from "../../studio/executions";
import { findState } from "../../studio/flow";
import { isoDate } from "../iso-date";
import { executionUrl } from "./format-execution";

/** The run of one widget, up to the event by which it was left. */
export interface Step {
  readonly sid: string;
  readonly index: number;
  readonly widget: string;
  readonly event: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Undefined when the execution ended there. */
  readonly next: string | undefined;
}

/** The steps that an execution has completed, in order. */
export function stepsOf({ execution: { sid, path, exits } }: Running): readonly Step[] {
  return exits.map(({ event, at }, index) => ({
    ...{ sid: stepSid(sid, index), index, event, at },
    widget: path[index] ?? "",
    next: path[index + 1],
  }));
}

/** Steps are not kept under SIDs of their own: the same step always has the same one. */
function stepSid(executionSid: string, index: number): string {
  return `FT${createHash("sha256").update(`${executionSid}:${index}`).digest("hex").slice(0, 32)}`;
}

/** The JSON of a step. @see https://www.twilio.com/docs/studio/rest-api/v2/step */
export function formatStep(running: Running, { sid, index, widget, event, at, next }: Step) {
  const { sid: executionSid, accountSid, flowSid } = running.execution;
  const url = `${executionUrl(running)}/Steps/${sid}`;
  return {
    sid,
    account_sid: accountSid,
    flow_sid: flowSid,
    execution_sid: executionSid,
    parent_step_sid: index === 0 ? null : stepSid(executionSid, index - 1),
    name: event,
    context: {},
    transitioned_from: widget,
    transitioned_to: next ?? "Ended",
    type: findState(running.flow, widget)?.type ?? null,
    date_created: isoDate(at),
    date_updated: null,
    url,
    links: { step_context: `${url}/Context` },
  };
}
