import type { OfficeState } from "../policy/office/office-state";
import { OFFICE_STATE_KEY, parseOfficeState } from "./parse-office-state";
import type { SyncGateway } from "./sync-gateway";

const MAP = "office";

/**
 * How the owner's switch for the opening hours stands; on `auto` where nothing was written.
 * @param timezone IANA name of the owner's clocks @throws SyncUnavailable when Sync gives no usable answer
 */
export async function readOfficeState(sync: SyncGateway, timezone: string): Promise<OfficeState> {
  return parseOfficeState((await sync.readItem(MAP, OFFICE_STATE_KEY))?.data ?? {}, timezone);
}
