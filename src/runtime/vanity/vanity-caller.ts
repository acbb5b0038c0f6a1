import type { Policy } from "../../policy/line";
import type { VanityFacts } from "../../policy/vanity/dialogue-step";
import { refuseText } from "../../policy/vanity/refuse-text";
import { parseCaller } from "../../telephony/caller";
import type { E164 } from "../../telephony/e164";
import { impossibleBecause } from "../../telephony/impossible-number";
import type { VanityTexting } from "../../telephony/read-vanity-request";
import { lineOf } from "../parties";
import type { CallWiring } from "../wiring";

type Called = Pick<VanityTexting, "from" | "to" | "attestation">;

/** The number of whoever calls, or why it cannot be spelled. Nothing is ever kept under anything but a number. */
export function vanityCaller({ country }: Policy, { from }: Pick<Called, "from">): VanityFacts["caller"] {
  const caller = parseCaller(from, country);
  if (caller.kind === "withheld") return "withheld";
  return caller.kind === "number" && impossibleBecause(caller) === undefined ? caller.number : "odd";
}

/** Where a text message would go, and which of our numbers would send it. */
export interface TextRoute {
  readonly to: E164;
  readonly from: E164;
  /** What the line that was called is called. */
  readonly name: string;
}

/** The way of a text message to the caller; a reason when there is none. */
export function textRoute(wiring: CallWiring, called: Called): TextRoute | string {
  const policy = wiring.policy();
  const line = lineOf(policy, called.to);
  const from = policy.vanity?.texts.from ?? line?.number;
  const to = vanityCaller(policy, called);
  if (to === "withheld" || to === "odd") return "the caller shows no number";
  if (called.attestation === "failed") return "the caller's number may be forged";
  if (from === undefined || line === undefined) return "the number called is no line of ours";
  return refuseText(policy, to, from) ?? { to, from, name: line.name };
}
