import type { SyncGateway } from "./sync-gateway";

/**
 * The department that a caller asked for, as the call's row has it; undefined when it has none.
 * @throws SyncUnavailable when Sync gives no usable answer
 */
export async function readCallDepartment(sync: SyncGateway, callSid: string): Promise<string | undefined> {
  const department = (await sync.readItem("calls", callSid))?.data.department;
  return typeof department === "string" && department !== "" ? department : undefined;
}
