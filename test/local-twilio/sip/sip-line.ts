import { createSipPhones, type SipPhones } from "../../../local-twilio/sip/sip-phones";
import type { CredentialListRow, SipDomainRow } from "../../../local-twilio/sip-rows";
import type { CallOutcome } from "../../../local-twilio/voice/call-outcome";
import type { Callee } from "../../../local-twilio/voice/party";
import { type CallSetup, HOST, type Line, openLine, type Step } from "../voice/phone-line";
import { scriptedCallee } from "../voice/scripted-callee";
import { DOMAIN, KITCHEN, PASSWORD } from "./sip-home";

/** A line whose account also has a SIP Domain, with the users `kitchen` and `hall`. */
export interface SipLine extends Line {
  readonly phones: SipPhones;
}

const DOMAIN_SID = `SD${"1".repeat(32)}`;
const LIST_SID = `CL${"1".repeat(32)}`;

export function openSipLine(setup: CallSetup, settings: Partial<SipDomainRow> = {}): SipLine {
  const line = openLine(setup);
  const { account, clock } = line.world;
  const dates = { dateCreated: clock.now(), dateUpdated: clock.now() };
  const domain: SipDomainRow = {
    ...{ sid: DOMAIN_SID, domainName: DOMAIN, friendlyName: DOMAIN, ...dates },
    ...{ voiceUrl: `${HOST}/sip`, voiceMethod: "POST", voiceFallbackUrl: "", voiceFallbackMethod: "POST" },
    ...{ voiceStatusCallbackUrl: `${HOST}/sip-status`, voiceStatusCallbackMethod: "POST" },
    ...{ sipRegistration: true, emergencyCallingEnabled: false, secure: false },
    ...{ byocTrunkSid: null, emergencyCallerSid: null },
    callsLists: new Map([[LIST_SID, clock.now()]]),
    registrationsLists: new Map([[LIST_SID, clock.now()]]),
    ...settings,
  };
  account.sipDomains.set(domain.sid, domain);
  account.credentialLists.set(LIST_SID, listOf(dates));
  return { ...line, phones: createSipPhones(line.world) };
}

function listOf(dates: Pick<CredentialListRow, "dateCreated" | "dateUpdated">): CredentialListRow {
  const credentials = ["kitchen", "hall"].map((username, index) => {
    const sid = `CR${String(index).repeat(32)}`;
    return [sid, { sid, username, password: PASSWORD, ...dates }] as const;
  });
  return { sid: LIST_SID, friendlyName: "Home", credentials: new Map(credentials), ...dates };
}

/** A call from the kitchen's phone, until every callback has been made. */
export async function callFromKitchen(
  { phones }: SipLine,
  to: string,
  {
    steps = [],
    callees = {},
  }: { readonly steps?: readonly Step[]; readonly callees?: Readonly<Record<string, Callee>> } = {},
): Promise<CallOutcome> {
  const { party } = scriptedCallee(...steps);
  const answer = (number: string): Callee => callees[number] ?? { does: "answers" };
  const outcome = await phones.placeCall({ from: KITCHEN, to, party, callees: answer });
  await outcome.afterwards;
  return outcome;
}
