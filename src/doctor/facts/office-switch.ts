import { asRecord } from "../../account/sync-items";
import { askFor } from "../../account/ask";
import type { OfficeState } from "../../policy/office/office-state";
import { OFFICE_STATE_KEY, parseOfficeState } from "../../store/parse-office-state";
import { type FactSource, gathering } from "../fact-source";

/** How the owner's switch for the opening hours stands, and since when, in epoch milliseconds. */
export interface OfficeSwitch {
  readonly state: OfficeState;
  /** Undefined while nobody has touched it. */
  readonly changedAt: number | undefined;
}

/** Twilio says when an item was last written, whoever wrote it. @see https://www.twilio.com/docs/sync/api/map-item-resource */
export const officeSwitchSource: FactSource<OfficeSwitch> = gathering({
  lacking: "the office's switch cannot be read",
  needs: ["account", "syncObjects", "policy"],
  seconds: 30,
  gather: async ({ account, syncObjects: { serviceSid, maps }, policy: { policy } }) => {
    const item = maps.includes("office")
      ? await askFor(account, "read the office's switch", () =>
          account.client.sync.v1
            .services(serviceSid)
            .syncMaps("office")
            .syncMapItems(OFFICE_STATE_KEY)
            .fetch(),
        )
      : undefined;
    return {
      state: parseOfficeState(asRecord(item?.data), policy.timezone),
      changedAt: item?.dateUpdated.getTime(),
    };
  },
});
