import type { AllowEntry } from "../../../../src/policy/home/allow-entry";
import type { Home, OutgoingPolicy } from "../../../../src/policy/home/home";
import type { OutboundCall } from "../../../../src/policy/home/outbound-call";
import { parseSipDestination } from "../../../../src/telephony/parse-sip-destination";
import { callSid, FRIEND, LINE, line, NOON, number, OTHER_LINE, home as sampleHome } from "../samples";

export const OWNER = number("30");

export type HomeChange = Partial<Omit<Home, "outgoing">> & { readonly outgoing?: Partial<OutgoingPolicy> };

/** The sample home; of its settings for outgoing calls each may differ. */
export function home({ outgoing, ...change }: HomeChange = {}): Home {
  const sample = sampleHome(change);
  return { ...sample, outgoing: { ...sample.outgoing, ...outgoing } };
}

export function entry(change: Partial<AllowEntry> = {}): AllowEntry {
  return { person: "Bo", direction: "both", overrideBedtime: false, primaryContact: false, ...change };
}

/** The home's phone dials a friend who is on the list, at noon of a Monday in New York. */
export function outboundCall(change: Partial<OutboundCall> = {}): OutboundCall {
  return {
    callSid: callSid("a"),
    destination: { kind: "number", number: FRIEND },
    identity: "phone",
    home: home(),
    line: line(),
    ownNumbers: [LINE, OTHER_LINE],
    owner: { name: "Ann", phone: OWNER },
    now: NOON,
    timezone: "America/New_York",
    entry: entry(),
    isEntryMalformed: false,
    state: {},
    usage: undefined,
    unreadable: [],
    ...change,
  };
}

export const dialling = (user: string) =>
  ({ destination: parseSipDestination(`sip:${user}@home.sip.twilio.com`, "US") }) as const;
