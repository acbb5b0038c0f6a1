import type { Running } from "../../studio/executions";
import { isRecord } from "../../studio/json";
import { isoDate } from "../iso-date";
import { STUDIO_BASE } from "./studio-world";

/** The URL of an execution. */
export function executionUrl({ execution: { flowSid, sid } }: Running): string {
  return `${STUDIO_BASE}/${flowSid}/Executions/${sid}`;
}

/** The JSON of an execution. `context` is empty, as in Twilio's examples: it has a resource of its own. @see https://www.twilio.com/docs/studio/rest-api/v2/execution */
export function formatExecution(running: Running) {
  const { sid, accountSid, flowSid, status, variables } = running.execution;
  const { channel } = variables.contact;
  const url = executionUrl(running);
  return {
    sid,
    account_sid: accountSid,
    flow_sid: flowSid,
    contact_channel_address: isRecord(channel) ? channel.address : null,
    context: {},
    status: status === "ended" ? "ended" : "active",
    date_created: isoDate(running.dateCreated),
    date_updated: isoDate(running.dateUpdated),
    url,
    links: { steps: `${url}/Steps`, execution_context: `${url}/Context` },
  };
}

/** The JSON of an execution's context: what Liquid can read. @see https://www.twilio.com/docs/studio/rest-api/v2/execution-context */
export function formatContext(running: Running) {
  const { sid, accountSid, flowSid, variables } = running.execution;
  return {
    account_sid: accountSid,
    flow_sid: flowSid,
    execution_sid: sid,
    context: variables,
    url: `${executionUrl(running)}/Context`,
  };
}
