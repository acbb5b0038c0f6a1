import type { CallRow } from "../account";
import type { CallOutcome } from "../voice/call-outcome";
import { closeLeg, createLeg, type LegSetup } from "../voice/leg";
import { liveThrough } from "../voice/live-through";
import { outcomeOf } from "../voice/outcome-of";
import type { Party } from "../voice/party";
import type { StatusCallback } from "../voice/status-callback";
import type { RingCallee } from "../voice/switchboard";
import type { VoiceWorld } from "../voice/voice-world";
import type { Handset } from "./handset";
import { type Invite, readInvite, type SipUser, type TakenInvite } from "./read-invite";

/** A call that a phone makes. */
export interface SipCall extends Invite {
  /** The phone: one that is registered, or what any phone logs in with. Calling needs no registration. */
  readonly from: Handset | SipUser;
  readonly party: Party;
  /** Parameters that Twilio sends with some calls only, such as `SipHeader_X-Room`. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** What the phone with this number does when it is dialled, also `911`; every phone answers when left out. */
  readonly callees?: RingCallee;
}

/**
 * Lets a SIP phone call one of the account's SIP Domains and lives through the call, as `receiveCall` does: the domain's
 * voice URL is asked for TwiML. Its status callback is told of the end only, as seen in recorded calls.
 * @see https://www.twilio.com/docs/voice/api/receiving-sip
 * @throws SipRefusal when Twilio does not take the call; no webhook is asked
 */
export async function placeSipCall(call: SipCall, world: VoiceWorld): Promise<CallOutcome> {
  const sid = world.sids("CA");
  const invite = readInvite(world.account, call, sid);
  const leg = createLeg(setupOf(call, invite, newRow(sid, invite, world)), world);
  const { voiceUrl: url, voiceMethod: method } = invite.domain;
  if (url !== "") return liveThrough(leg, { url, method, parameters: {} });
  closeLeg(leg, "failed");
  leg.log.note("ended", "the SIP Domain has no voice URL");
  return outcomeOf(leg);
}

function setupOf(
  { party, parameters, callees = () => ({ does: "answers" }) }: SipCall,
  { domain, ...invite }: TakenInvite,
  row: CallRow,
): LegSetup {
  const { voiceUrl, voiceFallbackUrl: fallback, voiceFallbackMethod } = domain;
  return {
    ...{ row, party, callees, documentUrl: voiceUrl },
    parameters: { ...parameters, ...invite.parameters },
    fallback: fallback === "" ? undefined : { url: fallback, method: voiceFallbackMethod },
    statusCallback: statusCallbackOf(domain),
  };
}

function statusCallbackOf({
  voiceStatusCallbackUrl: url,
  voiceStatusCallbackMethod: method,
}: TakenInvite["domain"]): StatusCallback | undefined {
  return url === "" ? undefined : { url, method, events: ["completed"] };
}

function newRow(sid: string, { from, to }: TakenInvite, { clock }: VoiceWorld): CallRow {
  return { sid, from, to, direction: "inbound", dateCreated: clock.now(), status: "ringing" };
}
