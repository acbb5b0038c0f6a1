import type { OfficeState } from "../../policy/office/office-state";
import { readOfficeState } from "../../store/office-items";
import type { CallSid } from "../../telephony/sids";
import { describeFailure } from "../log";
import type { CallWiring } from "../wiring";

const BY_THE_HOURS: OfficeState = { mode: "auto", departments: {} };

/** How the owner's switch stands; where Sync cannot be read, the hours decide. */
export async function readSwitch(wiring: CallWiring, callSid: CallSid): Promise<OfficeState> {
  try {
    return await readOfficeState(wiring.sync(), wiring.policy().timezone);
  } catch (failure) {
    wiring.log("office-state-unreadable", { callSid, ...describeFailure(failure) });
    return BY_THE_HOURS;
  }
}
