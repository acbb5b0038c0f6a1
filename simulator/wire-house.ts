import type { LocalTwilio } from "../local-twilio/local-twilio";
import type { RingPhone } from "../local-twilio/voice/switchboard";
import type { Policy } from "../src/policy/line";
import { furnishSip } from "./furnish-sip";
import { connectHomePhone, type HandsetBehaviour, type HomePhone } from "./home-phone";
import { registerAddress } from "./register-address";
import { scriptedPhone } from "./scripted-phone";
import { wireHome, wireLines } from "./wire-lines";

/** What of a house is wired. */
export interface Wiring {
  readonly policy: Policy;
  readonly functionsUrl: string;
  readonly strayNumbers?: readonly string[];
  readonly handsets?: readonly HandsetBehaviour[];
}

/** Seconds that one talks on the home's phone when nothing else is said of it. */
export const TALK_SECONDS = 30;

/** Whoever is called by the product, and not by a call's script, answers. */
export const ANYBODY: RingPhone = () => ({ does: "answers" });

/** Points the numbers at the incoming flow and, if there is a home, its SIP Domain at the outgoing one. */
export function wireHouse(
  local: LocalTwilio,
  { policy, functionsUrl, strayNumbers = [], handsets }: Wiring,
): HomePhone | undefined {
  const numbers = [...strayNumbers, ...Object.keys(policy.lines)];
  wireLines(local, numbers, functionsUrl);
  local.switchboard.ringPhone = ANYBODY;
  if (policy.home === undefined) return undefined;
  registerAddress(local, policy.home.callerId);
  const account = furnishSip(local, wireHome(local, policy, functionsUrl));
  return connectHomePhone(local, account, handsets ?? [answering()]);
}

function answering(): HandsetBehaviour {
  const phone = scriptedPhone("the home's phone", TALK_SECONDS);
  return () => phone.ring({ does: "answers" });
}
