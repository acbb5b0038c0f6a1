import type { KnownLists, ListFacts, Screening } from "../../../src/policy/facts";
import type { Home } from "../../../src/policy/home/home";
import type { ChallengePolicy, EvidencePolicy, Line, Policy, StrikesPolicy } from "../../../src/policy/line";
import type { Strikes } from "../../../src/policy/strikes";
import { type E164, isE164 } from "../../../src/telephony/e164";
import { WEEKDAYS } from "../../../src/telephony/hours";
import { type CallSid, parseCallSid } from "../../../src/telephony/sids";

/** A number of the fictional range, by its last two digits. */
export function number(ending: string): E164 {
  const text = `+121255501${ending}`;
  if (!isE164(text)) throw new Error(`${text} is no number`);
  return text;
}

export const LINE = number("00");
export const OTHER_LINE = number("10");
export const HOME = number("23");
export const FRIEND = number("50");
export const STRANGER = number("99");
export const NOON = Date.parse("2026-01-05T17:00:00Z");

export function callSid(text: string): CallSid {
  const sid = parseCallSid(`CA${Buffer.from(text).toString("hex").padStart(32, "0").slice(-32)}`);
  if (sid === undefined) throw new Error("no SID");
  return sid;
}

const CHALLENGE: ChallengePolicy = {
  kind: "digits",
  namePrompt: "Please say your name after the tone.",
  attempts: 1,
  prompt: "Please press {digits} now.",
  failed: "Those were the wrong digits.",
  locked: "You are locked out.",
  onPass: "voicemail",
  onFail: "end",
  onSilence: "end",
};
const STRIKES: StrikesPolicy = { unanswered: 3, failed: 3, forgetAfterDays: 30, then: "reject" };

/** The policy file's defaults. */
const EVIDENCE: EvidencePolicy = {
  attestation: { strict: false },
  neighbour: "challenge",
  impossible: "reject",
  country: { only: [], never: [], then: "challenge" },
  callername: [],
};

export type LineChange = Partial<Omit<Line, "challenge" | "strikes" | "evidence">> & {
  readonly evidence?: Partial<EvidencePolicy>;
  readonly challenge?: Partial<ChallengePolicy>;
  readonly strikes?: Partial<StrikesPolicy>;
};

/** The line of the design's policy file: its default rules, in their order. */
export function line({ challenge, strikes, evidence, ...change }: LineChange = {}): Line {
  return {
    number: LINE,
    name: "Home",
    rules: ["contacts", "forwardlist", "blocklist", "graylist", "challenge"],
    ring: { to: HOME },
    voicemail: { greeting: "Please leave a message after the tone." },
    withheld: "challenge",
    message: "Only listed numbers may call.",
    menu: "main",
    contacts: "/contacts.tsv",
    ...change,
    evidence: { ...EVIDENCE, ...evidence },
    challenge: { ...CHALLENGE, ...challenge },
    strikes: { ...STRIKES, ...strikes },
  };
}

export function policy(change: LineChange = {}): Policy {
  return {
    country: "US",
    timezone: "America/New_York",
    owner: { name: "Ann" },
    lines: { [LINE]: line(change) },
  };
}

/** A home with every default of the policy file, asleep from 20:30 to 7:00. */
export function home(change: Partial<Home> = {}): Home {
  return {
    callerId: LINE,
    ringSeconds: 25,
    whileRinging: "ringing",
    secondCaller: "voicemail",
    offersPrimaryContact: true,
    bedtimes: { weekly: [{ days: WEEKDAYS, from: 20 * 60 + 30, to: 7 * 60 }], exceptions: {} },
    bedtimeGreeting: "It is bedtime here.",
    pausedGreeting: "The phone has a rest.",
    ownerAttestation: "any",
    monitoring: "off",
    isRecorded: false,
    monitoringNotice: "A parent may listen.",
    recordingNotice: "This call is recorded.",
    outgoing: {
      unlisted: "refuse",
      callMinutes: 60,
      minutesPerDay: 0,
      countries: ["US"],
      premiumCountries: [],
    },
    callbackMinutes: 90,
    ...change,
  };
}

/** A stranger's call at noon in New York. */
export function screening(change: Partial<Screening> = {}): Screening {
  return {
    callSid: callSid("a"),
    caller: { kind: "number", number: STRANGER },
    line: line(),
    contact: { kind: "unknown" },
    now: NOON,
    canChallenge: true,
    attestation: "none",
    timezone: "America/New_York",
    home: undefined,
    owner: { name: "Ann", hasPin: false, hasOffice: false },
    canAnnounce: true,
    reputation: undefined,
    ...change,
  };
}

/** Every list read, and empty but for `facts`. */
export function lists(facts: Partial<ListFacts> = {}, change: Partial<KnownLists> = {}): KnownLists {
  const read = [
    "blocklist",
    "forwardlist",
    "patterns",
    "graylist",
    "allowlist",
    "home",
    "reputation",
  ] as const;
  const unreadable = change.unreadable ?? [];
  return {
    facts,
    malformed: [],
    unreadable,
    read: read.filter((name) => !unreadable.includes(name)),
    ...change,
  };
}

export function strikes(unanswered: number, failed: number, seen: readonly string[] = []): Strikes {
  return { unanswered, failed, lastCall: "2026-01-04T15:00:00Z", seen };
}
