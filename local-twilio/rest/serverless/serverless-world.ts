import type { Account } from "../../account";
import type { SimulatedClock } from "../../clock";
import type { Faults } from "../../faults";
import type { DeployedServices } from "../../serverless/deployed-services";
import type { SidPrefix } from "../../sids";
import type { ServiceRow, Stamp } from "./serverless-rows";

/** What every operation of Serverless works on. */
export interface ServerlessWorld {
  readonly account: Account;
  readonly clock: SimulatedClock;
  readonly sids: (prefix: SidPrefix) => string;
  /** `build:<unique name of the Service>`: the build fails. */
  readonly faults: Faults;
  readonly services: Map<string, ServiceRow>;
  readonly deployed: DeployedServices;
  /** Counts the rows made so far. */
  readonly count: () => number;
}

/** What a row made now starts with. */
export function stamp({ clock, sids, count }: ServerlessWorld, prefix: SidPrefix): Stamp {
  const now = clock.now();
  const place = String(count()).padStart(12, "0");
  return { sid: sids(prefix), place, dateCreated: now, dateUpdated: now };
}
