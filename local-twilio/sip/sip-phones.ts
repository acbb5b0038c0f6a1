import type { CallOutcome } from "../voice/call-outcome";
import type { RingSip } from "../voice/switchboard";
import type { VoiceWorld } from "../voice/voice-world";
import { createHandset, type HandsetSettings } from "./create-handset";
import { findSipDomain } from "./find-sip-domain";
import type { Handset } from "./handset";
import { parseSipUri } from "./parse-sip-uri";
import { placeSipCall, type SipCall } from "./place-sip-call";
import { Registrar } from "./registrar";
import { ringHandsets } from "./ring-handsets";

/** The door to the account's SIP phones, which are simulated: nothing here speaks SIP. */
export interface SipPhones {
  /**
   * Registers a phone at a SIP Domain. Several may be registered as one user: all ring, and the first to answer wins.
   * @throws SipRefusal as Twilio refuses a REGISTER
   */
  register(settings: HandsetSettings): Handset;
  /**
   * Lets a phone call its SIP Domain and lives through the call. Never await it inside `clock.hold()`.
   * @throws SipRefusal when Twilio does not take the call
   */
  placeCall(call: SipCall): Promise<CallOutcome>;
}

/** Makes the door to the SIP phones, and tells the switchboard how they are rung. */
export function createSipPhones(world: VoiceWorld): SipPhones {
  const registrar = new Registrar(world);
  world.switchboard.ringSip = createRing(world, registrar);
  return {
    register: (settings) => createHandset(registrar, settings),
    placeCall: (call) => {
      const placed = placeSipCall(call, world);
      if ("takePart" in call.from) call.from.takePart(placed, "caller");
      return placed;
    },
  };
}

function createRing({ account, switchboard }: VoiceWorld, registrar: Registrar): RingSip {
  return (uri, ring) => {
    const { user = "", host = "" } = parseSipUri(uri) ?? {};
    const domain = findSipDomain(account, host);
    const handsets = domain === undefined ? [] : registrar.handsetsOf(domain.sid, user);
    return handsets.length === 0 ? undefined : ringHandsets(handsets, { uri, ring, switchboard });
  };
}
