import { type FlowRevision, type FlowRow, latestRevision } from "../../studio/flow-catalog";
import { findRefusals } from "../../studio/lint/find-refusals";
import { webhookUrl } from "../../studio/studio-service";
import { isoDate } from "../iso-date";
import { STUDIO_BASE, type StudioApiWorld } from "./studio-world";

/** Lists leave out what is long. @see https://www.twilio.com/docs/studio/rest-api/v2/flow */
export type Length = "whole" | "listed";

/** The JSON of a flow, which is its latest revision's. @see https://www.twilio.com/docs/studio/rest-api/v2/flow */
export function formatFlow({ account }: StudioApiWorld, row: FlowRow, length: Length) {
  const url = `${STUDIO_BASE}/${row.sid}`;
  const [first = latestRevision(row)] = row.revisions;
  const latest = latestRevision(row);
  return {
    ...revisionFields(latest, length),
    sid: row.sid,
    account_sid: account.sid,
    warnings: length === "whole" ? [] : null,
    webhook_url: webhookUrl(account.sid, row.sid),
    date_created: isoDate(first.dateCreated),
    date_updated: latest === first ? null : isoDate(latest.dateCreated),
    url,
    links: {
      test_users: `${url}/TestUsers`,
      revisions: `${url}/Revisions`,
      executions: `${url}/Executions`,
    },
  };
}

/** The JSON of a revision. @see https://www.twilio.com/docs/studio/rest-api/v2/flow-revision */
export function formatRevision(
  { account }: StudioApiWorld,
  {
    row,
    revision,
    length,
  }: { readonly row: FlowRow; readonly revision: FlowRevision; readonly length: Length },
) {
  return {
    ...revisionFields(revision, length),
    sid: row.sid,
    account_sid: account.sid,
    date_created: isoDate(revision.dateCreated),
    // A revision is never changed.
    date_updated: null,
    url: `${STUDIO_BASE}/${row.sid}/Revisions/${revision.revision}`,
  };
}

function revisionFields(saved: FlowRevision, length: Length) {
  const { friendlyName, status, revision, commitMessage } = saved;
  return {
    friendly_name: friendlyName,
    status,
    revision,
    commit_message: commitMessage,
    ...(length === "whole" ? definitionFields(saved) : { definition: null, valid: null, errors: null }),
  };
}

/** A draft from the editor may be one that Studio would not publish. */
function definitionFields({ definition }: FlowRevision) {
  const errors = findRefusals(definition);
  return { definition, valid: errors.length === 0, errors };
}
