import type { Account } from "../../account";
import type { SidPrefix } from "../../sids";
import type { Now } from "../wire";
import type { ServiceRow } from "./sync-rows";

/** What every operation of Sync works on. */
export interface SyncWorld {
  readonly account: Account;
  readonly clock: Now;
  readonly sids: (prefix: SidPrefix) => string;
  readonly services: Map<string, ServiceRow>;
  /** SID of the Service that every account has, which answers to `default` as well. */
  readonly defaultServiceSid: string;
  /** Answer 404 with the codes of Twilio's pages instead of 20404, which was recorded from the live API. */
  readonly documented404: boolean;
}
