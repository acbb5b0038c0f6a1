import type { CallRow } from "../policy/call-log";
import type { SyncGateway } from "./sync-gateway";

const TTL_SECONDS = 90 * 24 * 60 * 60;

/** Makes the row of a call that has none; one that is there stays as it is. @throws SyncUnavailable */
export async function addCall(sync: SyncGateway, callSid: string, row: CallRow): Promise<void> {
  await sync.createItem("calls", callSid, { ...row }, TTL_SECONDS);
}
