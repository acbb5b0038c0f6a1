import type { OfficeState } from "../../policy/office/office-state";
import type { CallSid } from "../../telephony/sids";
import type { CallWiring } from "../wiring";
import { readSwitch } from "./read-switch";

/** What decides which departments may ring now. `now`: epoch milliseconds; `timezone`: IANA name. */
export interface OfficeDoor {
  readonly state: OfficeState;
  readonly now: number;
  readonly timezone: string;
}

/** How the owner's switch and the clock stand. Never throws. */
export async function readOfficeDoor(wiring: CallWiring, callSid: CallSid): Promise<OfficeDoor> {
  const state = await readSwitch(wiring, callSid);
  return { state, now: wiring.now().getTime(), timezone: wiring.policy().timezone };
}
