import { SyncUnavailable } from "../../store/sync-gateway";
import type { Reply } from "../reply";
import { refusal } from "./api-reply";
import type { ConsoleWiring } from "./console-wiring";

/** What `work` answers, or that it cannot be done, while Sync gives no usable answer. @throws what `work` throws else */
export async function orStoreDown(
  { log }: Pick<ConsoleWiring, "log">,
  work: () => Promise<Reply>,
): Promise<Reply> {
  try {
    return await work();
  } catch (failure) {
    if (!(failure instanceof SyncUnavailable)) throw failure;
    log("console-store-down", { status: failure.status ?? 0 });
    return storeDown();
  }
}

/** The refusal of what needs Sync. */
export function storeDown(): Reply {
  return refusal(
    "store-down",
    "This cannot be done just now, for Twilio Sync does not answer. Please try again.",
  );
}
