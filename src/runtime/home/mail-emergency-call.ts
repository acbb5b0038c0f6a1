import type { Disposition } from "../../policy/call-log";
import type { Wiring } from "../wiring";
import { mailOwner } from "./mail-owner";

/** What was dialled, what became of it, and whether callers now ring unscreened. */
export interface CallForHelp {
  readonly digits: string;
  readonly disposition: Disposition;
  readonly isOpen: boolean;
}

/** Tells the owner by mail that somebody has called for help from the home's phone. Never throws. */
export async function mailEmergencyCall(wiring: Wiring, callSid: string, call: CallForHelp): Promise<void> {
  const { callbackMinutes = 0 } = wiring.policy().home ?? {};
  const callbacks = call.isOpen
    ? `For the next ${callbackMinutes} minutes calls ring the phone unscreened, so that somebody may call back.`
    : "Calls are screened as ever, so somebody who calls back from a number that is not listed may not get through.";
  await mailOwner(wiring, callSid, {
    subject: "An emergency call was made from the home phone",
    facts: [["Dialled", call.digits]],
    words: `An emergency call was made from the home phone. ${outcomeOf(call)} ${callbacks}`,
  });
}

function outcomeOf({ disposition }: CallForHelp): string {
  switch (disposition) {
    case "connected":
      return "It was put through, and is over now.";
    case "abandoned":
      return "Whoever called hung up before it was answered.";
    default:
      return "It could NOT be put through, and whoever called was told to use another telephone.";
  }
}
