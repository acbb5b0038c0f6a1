import type { Wiring } from "../wiring";
import { mailOwner } from "./mail-owner";

/** What was dialled, and whether it was put through. */
export interface CallForHelp {
  readonly digits: string;
  readonly isConnected: boolean;
}

/** Tells the owner by mail that somebody has called for help from the home's phone. Never throws. */
export async function mailEmergencyCall(
  wiring: Wiring,
  callSid: string,
  { digits, isConnected }: CallForHelp,
): Promise<void> {
  const { callbackMinutes = 0 } = wiring.policy().home ?? {};
  const outcome = isConnected
    ? "It was put through, and is over now."
    : "It could NOT be put through, and whoever called was told to use another telephone.";
  await mailOwner(wiring, callSid, {
    subject: "An emergency call was made from the home phone",
    facts: [["Dialled", digits]],
    words: `An emergency call was made from the home phone. ${outcome} For the next ${callbackMinutes} minutes calls ring the phone unscreened, so that somebody may call back.`,
  });
}
