import type { FlowSave, FlowStatus } from "../../studio/flow-catalog";
import { findRefusals } from "../../studio/lint/find-refusals";
import type { WireRequest } from "../wire";
import { flowRefused, invalidParameter, missingParameter } from "./studio-errors";
import type { StudioApiWorld } from "./studio-world";

/**
 * The form of a flow as it is to be saved. On an update, everything but `Status` may be left out and stays as it was in
 * `before`; only the commit message belongs to one revision alone.
 * @throws TwilioError 400/20001 for a parameter, 400/81022 for a definition that Studio refuses
 */
export function readFlowForm(world: StudioApiWorld, { body }: WireRequest, before?: FlowSave): FlowSave {
  const friendlyName = body.get("FriendlyName") ?? before?.friendlyName;
  if (friendlyName === undefined) throw missingParameter("FriendlyName");
  return {
    friendlyName,
    status: readStatus(body.get("Status")),
    definition: readDefinition(world, body.get("Definition"), before?.definition),
    commitMessage: body.get("CommitMessage"),
  };
}

function readStatus(text: string | null): FlowStatus {
  if (text === null) throw missingParameter("Status");
  if (text !== "draft" && text !== "published") throw invalidParameter("Status");
  return text;
}

function readDefinition({ refusalDetails }: StudioApiWorld, text: string | null, before: unknown): unknown {
  if (text === null && before === undefined) throw missingParameter("Definition");
  const definition = text === null ? before : parseJson(text);
  const refusals = findRefusals(definition);
  if (refusals.length > 0) throw flowRefused(refusals, refusalDetails);
  return definition;
}

/** Text that is no JSON is no object either, and is refused as such. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
