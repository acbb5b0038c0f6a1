import type { Account } from "../account/account";
import { fetchFlow, type FlowToPublish, type LiveFlow, publishFlow } from "../account/studio-flows";

/** Somebody has saved the flow in Studio between our look at it and our publishing. */
export class FlowChangedMeanwhile extends Error {
  override readonly name = "FlowChangedMeanwhile";
}

/**
 * Publishes a new revision of a flow that nobody has saved since `seen` was read. Studio knows no precondition, so it is
 * asked at the last moment.
 * @see https://www.twilio.com/docs/studio/rest-api/v2/flow#update-a-flow
 * @throws FlowChangedMeanwhile; AccountFailure
 */
export async function publishUnlessEdited(
  account: Account,
  seen: Pick<LiveFlow, "sid" | "revision" | "friendlyName">,
  flow: Omit<FlowToPublish, "friendlyName">,
): Promise<LiveFlow> {
  const { sid, revision, friendlyName } = seen;
  const now = await fetchFlow(account, sid);
  if (now?.revision !== revision)
    throw new FlowChangedMeanwhile(
      `Cannot publish the flow ${friendlyName}: it was at revision ${revision}, and is at ${now?.revision ?? "none"} now. Run this again: it shows what was changed in Studio meanwhile`,
    );
  return publishFlow(account, sid, { ...flow, friendlyName });
}
