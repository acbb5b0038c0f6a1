import type { RuleName } from "../../../src/policy/line";
import type { Reputation, ReputationPolicy } from "../../../src/policy/reputation";
import { type E164, isE164 } from "../../../src/telephony/e164";
import type { RuleRow } from "./rule-row";
import { HOME, LINE, line } from "./samples";

type EvidenceRule = Extract<
  RuleName,
  "attestation" | "neighbour" | "impossible" | "country" | "callername" | "reputation" | "menu"
>;

/** A caller by number: of the parts it is put together here, no number of anybody's stands in this file. */
export function from(...parts: readonly string[]) {
  return { caller: { kind: "number", number: e164(parts.join("")) } } as const;
}

function e164(text: string): E164 {
  if (!isE164(text)) throw new Error(`${text} is no number`);
  return text;
}

const unparsable = (text: string) => ({ kind: "unparsable", text }) as const;
const FAR = from("+13105550142");
const reject = { action: "reject", rejectReason: "rejected" };
const withheld = { caller: { kind: "withheld" } } as const;
const known = { contact: { kind: "known", name: "Bo" } } as const;
const asksName = line({ challenge: { kind: "name" } });

const REPUTATION: ReputationPolicy = {
  provider: "telesign",
  threshold: 600,
  timeoutMs: 1500,
  unknown: "next",
  lookupsPerHour: 60,
  cacheHours: 24,
};
const score = (points: number): Reputation => ({
  kind: "score",
  score: points,
  level: "",
  provider: "telesign",
});
const UNKNOWN: Reputation = { kind: "unknown", why: "telesign did not answer in time" };

// Attestation: docs/voice/trusted-calling-with-shakenstir. Neighbours: 41 % of the complaints the FTC published on 2021-07-07 show
// the victim's own area code; knoxnews.com, 2017-09-27, "Getting calls from yourself?". Numbers: nanpa.com, "Numbering Plan Area Codes" (NXX-NXX-XXXX, no N11). The threshold, and that it
// is reached at equality: an earlier reputation gate.
export const EVIDENCE_RULE_TABLES: { readonly [Name in EvidenceRule]: readonly RuleRow[] } = {
  attestation: [
    ["asks who has a failed signature", { ...FAR, attestation: "failed" }, {}, { action: "challenge" }],
    [
      "asks a neighbour without a signature",
      { attestation: "none" },
      {},
      { action: "challenge", reason: "looks like a neighbour and is not signed" },
    ],
    ["asks a neighbour with the weakest signature", { attestation: "C" }, {}, { action: "challenge" }],
    ["lets a neighbour with a better signature pass on", { attestation: "B" }, {}, "nothing is held"],
    ["lets a signed stranger pass on, not through", { attestation: "A" }, {}, "nothing is held"],
    ["holds nothing against a missing signature alone", FAR, {}, "nothing is held"],
    ["holds nothing against a weak signature alone", { ...FAR, attestation: "C" }, {}, "nothing is held"],
    ["holds nothing against who withholds the number", withheld, {}, "nothing is held"],
    [
      "leaves a contact to the rule contacts, which stands behind it",
      { ...known, attestation: "failed", line: line({ rules: ["attestation", "contacts"] }) },
      {},
      "in the address book",
    ],
    [
      "asks a contact where contacts do not count, or have had their say",
      { ...known, attestation: "failed", line: line({ rules: ["contacts", "attestation"] }) },
      {},
      { action: "challenge" },
    ],
    [
      "says why when nobody can be asked",
      { attestation: "failed", canChallenge: false },
      {},
      "does not verify",
    ],
    [
      "asks for a name where the line does",
      { attestation: "failed", line: asksName },
      {},
      { action: "announce", as: "name", to: HOME },
    ],
  ],
  neighbour: [
    ["asks who has our area code and exchange", {}, {}, { action: "challenge" }],
    ["lets another exchange pass on", from("+1212", "556", "0142"), {}, "no neighbour"],
    ["lets another area pass on", FAR, {}, "no neighbour"],
    ["asks who shows the very number that rings", from(LINE), {}, { action: "challenge" }],
    ["lets who withholds the number pass on", withheld, {}, "no neighbour"],
    ["rejects where the line says so", { line: line({ evidence: { neighbour: "reject" } }) }, {}, reject],
    [
      "takes a message where the line says so",
      { line: line({ evidence: { neighbour: "voicemail" } }) },
      {},
      { action: "voicemail" },
    ],
  ],
  impossible: [
    ["rejects an area code that begins with 1", from("+1", "112", "5550142"), {}, reject],
    ["rejects an area code that begins with 0", from("+1", "012", "5550142"), {}, reject],
    ["rejects an area code that is a service's", from("+1", "911", "5550142"), {}, reject],
    ["rejects an exchange that begins with 1", from("+1212", "155", "0142"), {}, reject],
    ["rejects an exchange that is a service's", from("+1212", "411", "0142"), {}, reject],
    ["rejects too few digits", from("+1212", "555", "014"), {}, reject],
    ["rejects too many digits", from("+1212", "555", "01422"), {}, reject],
    ["rejects a country that there is not", from("+999", "1234567"), {}, reject],
    ["rejects too few digits abroad", from("+44", "20794"), {}, reject],
    // docs/glossary/what-e164: no country code starts with 0, 15 digits in all. Twilio passes on what it cannot read.
    ["rejects a country code that begins with 0", { caller: unparsable(`+${"0".repeat(10)}`) }, {}, reject],
    ["rejects more digits than any number has", { caller: unparsable(`+${"9".repeat(16)}`) }, {}, reject],
    ["lets a network's own short number pass on", { caller: unparsable("+611") }, {}, "can exist"],
    ["lets words pass on", { caller: unparsable("Bo") }, {}, "can exist"],
    ["lets a number of the plan pass on, assigned or not", {}, {}, "can exist"],
    ["lets an area not yet in the tables pass on", from("+1", "235", "5550142"), {}, "can exist"],
    ["lets who withholds the number pass on", withheld, {}, "can exist"],
    [
      "asks where the line says so",
      { ...from("+1", "112", "5550142"), line: line({ evidence: { impossible: "challenge" } }) },
      {},
      { action: "challenge" },
    ],
  ],
  country: [
    [
      "asks who calls from elsewhere",
      { ...from("+44", "2079460958"), line: countries({ only: ["US", "CA"] }) },
      {},
      { action: "challenge", reason: "calls from GB" },
    ],
    ["lets its own countries pass on", { line: countries({ only: ["US"] }) }, {}, "this line takes"],
    [
      "never takes one that is named",
      { ...from("+44", "2079460958"), line: countries({ never: ["GB"], then: "reject" }) },
      {},
      reject,
    ],
    [
      "takes all others then",
      { ...from("+33", "123456789"), line: countries({ never: ["GB"] }) },
      {},
      "this line takes",
    ],
    [
      "tells countries apart that share +1",
      { ...from("+1876", "5550142"), line: countries({ only: ["US"] }) },
      {},
      { reason: "calls from JM" },
    ],
    [
      "takes a number of no country for none of them",
      { ...from("+999", "1234567"), line: countries({ only: ["US"] }) },
      {},
      { reason: "calls from an unknown country" },
    ],
    [
      "lets who withholds the number pass on",
      { ...withheld, line: countries({ only: ["US"] }) },
      {},
      "this line takes",
    ],
  ],
  callername: [
    [
      "rings for a name that is let in",
      { callerName: "CITY PHARMACY 12", line: names({ like: "*pharmacy*", then: "ring" }) },
      {},
      { action: "connect", to: HOME },
    ],
    [
      "rejects a name",
      { callerName: "Warranty Dept", line: names({ like: "warranty*", then: "reject" }) },
      {},
      reject,
    ],
    ["asks who has no name", { line: names({ like: "", then: "challenge" }) }, {}, { action: "challenge" }],
    [
      "takes the first pattern that fits",
      {
        callerName: "Warranty",
        line: names({ like: "*", then: "voicemail" }, { like: "Warranty", then: "reject" }),
      },
      {},
      { action: "voicemail" },
    ],
    [
      "lets other names pass on",
      { callerName: "Bo", line: names({ like: "Ann", then: "ring" }) },
      {},
      "fits no pattern",
    ],
    ["lets everybody pass on where nothing is written", { callerName: "Bo" }, {}, "fits no pattern"],
  ],
  reputation: [
    [
      "rejects at the threshold",
      { reputation: REPUTATION, assessed: score(600) },
      {},
      { ...reject, reason: "score 600 by telesign, at or above the threshold of 600" },
    ],
    [
      "lets who is below it pass on",
      { reputation: REPUTATION, assessed: score(599) },
      {},
      "score 599 by telesign, below",
    ],
    ["takes a remembered score", { reputation: REPUTATION }, { reputation: score(1000) }, reject],
    [
      "takes what was just found out before it",
      { reputation: REPUTATION, assessed: score(1) },
      { reputation: score(1000) },
      "score 1 ",
    ],
    [
      "lets the unknown pass on",
      { reputation: REPUTATION, assessed: UNKNOWN },
      {},
      "unknown: telesign did not answer in time",
    ],
    ["lets a caller without a number pass on", { ...withheld, reputation: REPUTATION }, {}, "nobody can be"],
    ["lets everybody pass on where there is no provider", {}, {}, "nobody can be asked"],
    ...(["challenge", "voicemail", "reject"] as const).map(
      (unknown): RuleRow => [
        `gives the unknown what the policy says: ${unknown}`,
        { reputation: { ...REPUTATION, unknown }, assessed: UNKNOWN },
        {},
        { action: unknown },
      ],
    ),
  ],
  menu: [["lets anybody choose", {}, {}, { action: "menu" }]],
};

function countries(change: Partial<ReturnType<typeof line>["evidence"]["country"]>) {
  return line({ evidence: { country: { only: [], never: [], then: "challenge", ...change } } });
}

function names(...callername: ReturnType<typeof line>["evidence"]["callername"]) {
  return line({ evidence: { callername } });
}

/** Contacts on a line that looks at signatures: announced, or taken for strangers where they cannot be. */
const looking = (strict: boolean, change: Parameters<typeof line>[0] = {}) =>
  line({
    rules: ["contacts", "attestation", "challenge"],
    evidence: { attestation: { strict } },
    ...change,
  });

export const FORGED_CONTACT_ROWS: readonly RuleRow[] = [
  [
    "announces a contact whose signature fails",
    { ...known, attestation: "failed", line: looking(false) },
    {},
    { action: "announce", as: "forged", to: HOME },
  ],
  [
    "rings for an unsigned contact",
    { ...known, attestation: "none", line: looking(false) },
    {},
    { action: "connect" },
  ],
  [
    "announces an unsigned contact where it is strict",
    { ...known, attestation: "none", line: looking(true) },
    {},
    {
      action: "announce",
      reason: "in the address book as Bo, but the number is not signed",
    },
  ],
  [
    "rings for a contact signed in full",
    { ...known, attestation: "A", line: looking(true) },
    {},
    { action: "connect" },
  ],
  [
    "takes who cannot be announced for a stranger where it is strict",
    { ...known, attestation: "failed", canAnnounce: false, line: looking(true) },
    {},
    "cannot be announced",
  ],
  [
    "so on a line that rings the home's phone",
    { ...known, attestation: "failed", line: looking(true, { ring: { to: "home" } }) },
    {},
    "cannot be announced",
  ],
  [
    "rings for who cannot be announced where it is not",
    { ...known, attestation: "failed", canAnnounce: false, line: looking(false) },
    {},
    { action: "connect" },
  ],
  [
    "looks at no signature where the rule is not named",
    { ...known, attestation: "failed", line: line({ evidence: { attestation: { strict: true } } }) },
    {},
    { action: "connect" },
  ],
];
