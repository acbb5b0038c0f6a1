import { formatNumber } from "../../mail/format-number";
import { describeMailError } from "../../mail/mail-refused";
import { renderOwnerMail } from "../../mail/render-owner-mail";
import type { Joining } from "../../policy/home/owner-joining";
import type { CallInProgress } from "../../policy/home/owner-situation";
import { parseCaller } from "../../telephony/caller";
import type { Wiring } from "../wiring";

/** Tells the owner by mail that wrong PINs have locked the options. Never throws. */
export async function mailLockOut(wiring: Wiring, callSid: string): Promise<void> {
  await mailOwner(wiring, callSid, {
    subject: "Wrong PINs on your telephone",
    facts: [],
    words:
      "Three wrong PINs were entered in calls that showed your number. Your options by telephone are locked for a while; calls are answered as ever. If it was not you, nothing is to be done: each further lock lasts longer. To unlock them at once, take the item owner-pin out of the Sync map home. To choose another PIN, run npm run pin and deploy.",
  });
}

/** Tells the owner by mail that the PIN was used to listen to a call, or to join it. Never throws. */
export async function mailJoining(wiring: Wiring, callSid: string, used: UsedToJoin): Promise<void> {
  const what = used.as === "listen" ? "listen to" : "join";
  await mailOwner(wiring, callSid, {
    subject: `Your PIN was used to ${what} a call`,
    facts: [["Call with", describeNumber(wiring, used.call)]],
    words: `Somebody who entered your PIN asked to ${what} the call in progress. Those who talk are told. If it was not you, run npm run pin and deploy.`,
  });
}

/** Which call, and how. */
export interface UsedToJoin {
  readonly as: Joining;
  readonly call: CallInProgress;
}

function describeNumber(wiring: Wiring, { room }: CallInProgress): string {
  const { country } = wiring.policy();
  const caller = parseCaller(room.number, country);
  return caller.kind === "number" ? formatNumber(caller.number, country) : "number withheld";
}

type Told = Omit<Parameters<typeof renderOwnerMail>[0], "to" | "at" | "timezone" | "callSid">;

/** Writes to the owner, when there is an address. Never throws. */
export async function mailOwner(wiring: Wiring, callSid: string, told: Told): Promise<void> {
  const { owner, timezone } = wiring.policy();
  try {
    if (owner.email === undefined)
      return wiring.log("owner-not-mailed", { callSid, error: "owner.email is not set" });
    await wiring
      .mail()
      .send(renderOwnerMail({ ...told, to: owner.email, at: wiring.now(), timezone, callSid }));
  } catch (failure) {
    wiring.log("owner-not-mailed", { callSid, error: describeMailError(failure) });
  }
}
