import { endSession } from "../../store/console-sessions";
import type { Reply } from "../reply";
import { answer } from "./api-reply";
import type { ConsoleWiring } from "./console-wiring";
import type { AdminRequest } from "./define-admin-function";
import { orStoreDown, storeDown } from "./or-store-down";
import { FORGET_SESSION } from "./session-cookie";

/** Ends the session, or with `everywhere` each of this administrator's; what cannot be kept has not ended, and is not told so. */
export function signOut(wiring: ConsoleWiring, { form, session }: AdminRequest): Promise<Reply> {
  const everywhere = form.everywhere === true || form.everywhere === "true";
  return orStoreDown(wiring, async () => {
    const store = { sync: wiring.sync(), random: wiring.random };
    const isKept = await endSession(store, { session, everywhere, now: wiring.now() });
    return isKept ? answer({ everywhere }, FORGET_SESSION) : storeDown();
  });
}
