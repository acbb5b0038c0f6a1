import { readRecentLookups } from "../../store/vanity-lookups";
import type { Reply } from "../reply";
import type { LookupsAnswer } from "./api";
import { answer } from "./api-reply";
import type { ConsoleWiring } from "./console-wiring";
import { orStoreDown } from "./or-store-down";

/** The numbers that were looked up lately, on the page and by calling. */
export function listLookups(wiring: ConsoleWiring): Promise<Reply> {
  return orStoreDown(wiring, async () => {
    const lookups = await readRecentLookups({ sync: wiring.sync() }, wiring.now());
    const listed: LookupsAnswer = { lookups, timezone: wiring.policy().timezone };
    return answer(listed);
  });
}
