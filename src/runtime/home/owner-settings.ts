import type { Home } from "../../policy/home/home";
import { type PinHash, parsePinHash } from "../../policy/home/owner-pin";
import { OWNER_PARTS, type OwnerPart } from "../../policy/home/owner-situation";
import { parseCaller } from "../../telephony/caller";
import type { CallWiring } from "../wiring";

/** What the owner's options by telephone need. */
export interface OwnerSettings {
  /** Of the parts that the owner has options for, those that the policy has. */
  readonly parts: readonly OwnerPart[];
  readonly home: Home | undefined;
  readonly pin: PinHash;
  /** What tickets are made with. */
  readonly secret: string;
}

/** The settings, or why a caller gets no options: not the owner's number, or something is not set up. */
export function ownerSettings(wiring: CallWiring, from: string): OwnerSettings | { readonly lacks: string } {
  const { owner, country, home, office } = wiring.policy();
  const caller = parseCaller(from, country);
  if (owner.phone === undefined || caller.kind !== "number" || caller.number !== owner.phone)
    return { lacks: "the owner's number" };
  const parts = OWNER_PARTS.filter((part) => ({ home, office })[part] !== undefined);
  if (parts.length === 0) return { lacks: "home and office in the policy" };
  const secret = wiring.environment("LINK_SECRET");
  if (secret === undefined) return { lacks: "LINK_SECRET" };
  const pin = parsePinHash(wiring.environment("OWNER_PIN_HASH") ?? "");
  if (pin === undefined) return { lacks: "an OWNER_PIN_HASH as npm run pin makes it" };
  return { parts, home, pin, secret };
}
