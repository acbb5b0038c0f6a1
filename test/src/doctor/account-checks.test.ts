import type { Check } from "../../../src/doctor/check";
import { accountCheck, credentialsCheck } from "../../../src/doctor/checks/account";
import { deploymentCheck } from "../../../src/doctor/checks/deployment";
import { emergencyCheck } from "../../../src/doctor/checks/emergency";
import { functionsCheck } from "../../../src/doctor/checks/functions";
import { linesCheck } from "../../../src/doctor/checks/lines";
import { liveBuildCheck } from "../../../src/doctor/checks/live-build";
import { recordingsCheck } from "../../../src/doctor/checks/recordings";
import { syncCheck } from "../../../src/doctor/checks/sync";
import { variablesCheck } from "../../../src/doctor/checks/variables";
import type { Facts } from "../../../src/doctor/facts";
import type { ProbeAnswer } from "../../../src/doctor/facts/probes";
import { SYNC_DOCUMENTS, SYNC_MAPS } from "../../../src/store/maps";
import { LINE, OTHER_LINE } from "../policy/samples";
import {
  deployment,
  DOMAIN,
  liveService,
  phoneNumber,
  policyFound,
  projectBuilt,
  say,
  sid,
  sipDomain,
  VOICE,
} from "./sample-facts";

type Case = [name: string, check: Check, facts: Partial<Facts>, said: RegExp[]];

const profile = (change: object): Partial<Facts> => ({
  profile: { sid: sid("AC"), friendlyName: "", type: "Full", status: "active", ...change },
});

// https://www.twilio.com/docs/iam/api/account: Trial or Full; active, suspended or closed.
const ACCOUNT: Case[] = [
  ["an account", accountCheck, profile({}), [/^ok: active, full$/]],
  [
    "a trial account",
    accountCheck,
    profile({ type: "Trial" }),
    [/^warning: a trial account: only numbers that you have verified can call in/],
  ],
  [
    "a suspended account",
    accountCheck,
    profile({ status: "suspended", type: "Trial" }),
    [/^failure: it is suspended/],
  ],
  ["credentials", credentialsCheck, profile({}), [/^ok: /]],
];

const answer = (status: number | undefined, body = ""): ProbeAnswer => ({ status, body });
const REJECT = answer(200, '<?xml version="1.0"?><Response><Reject reason="busy"/></Response>');
const RECORD = answer(200, "<Response><Say>Hello</Say><Record/></Response>");
const probes = (change: object): Partial<Facts> => ({
  probes: { domainName: DOMAIN, signed: REJECT, unsigned: answer(400), fallback: RECORD, ...change },
});

// https://www.twilio.com/docs/serverless/functions-assets/functions/request-flow: an invalid signature is answered 400;
// other sources say 401 or 403.
const FUNCTIONS: Case[] = [
  ["Functions", functionsCheck, probes({}), [/^ok: gatehouse-1234.twil.io answers what Twilio has signed/]],
  ["unsigned 403", functionsCheck, probes({ unsigned: answer(403) }), [/^ok: /]],
  [
    "open Functions",
    functionsCheck,
    probes({ unsigned: REJECT }),
    [/^failure: .*without a signature, answered 200 .* anybody/],
  ],
  [
    "Functions gone",
    functionsCheck,
    probes({ signed: answer(404), unsigned: answer(404) }),
    [/^failure: .*signature, answered 404/, /^failure: .*without a signature, answered 404/],
  ],
  [
    "a broken Function",
    functionsCheck,
    probes({ signed: answer(500) }),
    [/^failure: .*answered 500 instead of TwiML/],
  ],
  ["another auth token", functionsCheck, probes({ signed: answer(400) }), [/^failure: .*answered 400/]],
  [
    "no answer",
    functionsCheck,
    probes({ signed: answer(undefined, "fetch failed") }),
    [/^failure: .*did not answer \(fetch failed\)/],
  ],
  [
    "a fallback that takes no message",
    functionsCheck,
    probes({ fallback: answer(200, "<Response/>") }),
    [/^failure: \/fallback.xml answered 200/],
  ],
  [
    "no fallback",
    functionsCheck,
    probes({ fallback: answer(404) }),
    [/^failure: \/fallback.xml answered 404/],
  ],
];

const media = (status: number, isReal = true): Partial<Facts> => ({ mediaAnswer: { status, isReal } });

// https://support.twilio.com/hc/en-us/articles/15827821586843: with the setting on, media answer 401 without credentials.
const RECORDINGS: Case[] = [
  ["recordings", recordingsCheck, media(401), [/^ok: /]],
  ["open recordings", recordingsCheck, media(200), [/^failure: .*\(a recording: 200, not 401\)/]],
  [
    "none yet, and open",
    recordingsCheck,
    media(404, false),
    [/^failure: .*\(a made-up recording: 404, not 401\)/],
  ],
  ["sent on to the audio", recordingsCheck, media(307), [/^failure: /]],
  ["nobody knows", recordingsCheck, media(503), [/^warning: .*503/]],
];

const numbers = (...change: Partial<Facts["numbers"][number]>[]): Partial<Facts> => ({
  policy: policyFound(),
  numbers: change.map(phoneNumber),
  liveService,
  deployment,
});
const former = { [OTHER_LINE]: { sid: sid("PN", "2"), before: VOICE } };

const LINES: Case[] = [
  ["a line", linesCheck, numbers({}), [/^ok: /]],
  [
    "a line that is not ours",
    linesCheck,
    numbers({ number: OTHER_LINE }),
    [/^failure: the policy's line \+12125550100 is not a number/],
  ],
  [
    "a line that is one no more",
    linesCheck,
    { ...numbers({}, { number: OTHER_LINE }), deployment: { ...deployment, numbers: former } },
    [/^warning: \+12125550110 was deployed as a line/],
  ],
];

const sync = (maps: readonly string[], documents: readonly string[]): Partial<Facts> => ({
  syncObjects: { serviceSid: sid("IS"), maps, documents },
});

const SYNC: Case[] = [
  ["Sync", syncCheck, sync(SYNC_MAPS, SYNC_DOCUMENTS), [/^ok: /]],
  [
    "a map less",
    syncCheck,
    sync(SYNC_MAPS.slice(1), SYNC_DOCUMENTS),
    [/^failure: the map blocklist is not there/],
  ],
  ["a document less", syncCheck, sync(SYNC_MAPS, []), [/^failure: the document patterns is not there/]],
];

const REQUIRED = { CHALLENGE_SECRET: "c".repeat(32), LINK_SECRET: "l".repeat(32) };
function variables(live: Record<string, string>, here: Record<string, string> = REQUIRED): Partial<Facts> {
  const liveVariables = Object.entries(live).map(([key, value]) => ({ sid: sid("ZV"), key, value }));
  return { liveVariables, variables: here, deployment: { ...deployment, syncServiceSid: sid("IS") } };
}
const LIVE = { ...REQUIRED, SYNC_SERVICE_SID: sid("IS") };
const { LINK_SECRET: _less, ...LESS } = LIVE;

const VARIABLES: Case[] = [
  ["variables", variablesCheck, variables(LIVE), [/^ok: /]],
  ["what .env leaves out", variablesCheck, variables({ ...LIVE, SMTP_URL: "smtp://x" }), [/^ok: /]],
  ["one less", variablesCheck, variables(LESS), [/^failure: the Service lacks LINK_SECRET: /]],
  [
    "one that is empty",
    variablesCheck,
    variables({ ...LIVE, CHALLENGE_SECRET: "" }),
    [/^failure: the Service lacks CHALLENGE_SECRET/, /^warning: CHALLENGE_SECRET/],
  ],
  [
    "one more",
    variablesCheck,
    variables({ ...LIVE, SMTP_ULR: "x" }),
    [/^warning: no Function reads SMTP_ULR$/],
  ],
  [
    "another value",
    variablesCheck,
    variables(LIVE, { LINK_SECRET: "other" }),
    [/^warning: LINK_SECRET on the Service is not what this computer has for it$/],
  ],
  [
    "another Sync Service",
    variablesCheck,
    variables({ ...LIVE, SYNC_SERVICE_SID: sid("IS", "2") }),
    [/^warning: SYNC_SERVICE_SID/],
  ],
];

const release = { at: "2026-01-01T00:00:00Z", buildSid: sid("ZB"), flows: {} };
const built = (fingerprint: string): Partial<Facts> => ({
  liveService,
  deployment,
  project: projectBuilt(fingerprint),
});

const DEPLOYMENT: Case[] = [
  [
    "a deployment",
    deploymentCheck,
    { liveService, deployment: { ...deployment, releases: [release] } },
    [/^ok: live at gatehouse-1234.twil.io since 2026-01-01T00:00:00Z$/],
  ],
  [
    "one that is not kept",
    deploymentCheck,
    { liveService, deployment },
    [/^ok: live at gatehouse-1234.twil.io$/],
  ],
  ["the same build", liveBuildCheck, built("0123456789abcdef"), [/^ok: /]],
  [
    "another build",
    liveBuildCheck,
    built("fedcba9876543210"),
    [/^warning: what runs is not what is in dist/],
  ],
  [
    "an unknown build",
    liveBuildCheck,
    { ...built(""), deployment: { ...deployment, builds: {} } },
    [/^warning: what runs was not built by npm run deploy/],
  ],
];

const phone = (
  domain: Facts["sipPhone"]["domain"],
  ...lines: Partial<Facts["numbers"][number]>[]
): Partial<Facts> => ({
  policy: policyFound(
    {},
    { lines: { [LINE]: { ring: { to: "+12125550123" } }, [OTHER_LINE]: { ring: { to: "+12125550123" } } } },
  ),
  numbers: lines.map(phoneNumber),
  sipPhone: { isWanted: true, domain, users: [], mappings: [] },
});
const OPEN = sipDomain();
const registered = { emergencyAddressSid: sid("AD"), emergencyAddressStatus: "registered" };

const home = (number: string, country: string): Partial<Facts> => ({
  ...phone(OPEN, { number }),
  policy: policyFound({}, { country, lines: { [number]: { ring: { to: "home" } } }, home: {} }),
});

// https://www.twilio.com/docs/voice/sip/emergency-calling: the number needs a registered address, the domain the switch.
const EMERGENCY: Case[] = [
  [
    "no SIP phone",
    emergencyCheck,
    { ...phone(undefined, {}), sipPhone: { isWanted: false, domain: undefined, users: [], mappings: [] } },
    [/^ok: there is no SIP phone/],
  ],
  [
    "a SIP phone with an address",
    emergencyCheck,
    phone(OPEN, registered),
    [/^ok: they carry a registered address/],
  ],
  [
    "one without",
    emergencyCheck,
    phone(OPEN, { emergencyAddressSid: sid("AD"), emergencyAddressStatus: "pending-registration" }),
    [/^failure: none of the lines/],
  ],
  [
    "an address on one line of two",
    emergencyCheck,
    phone(OPEN, registered, { number: OTHER_LINE }),
    [/^warning: \+12125550110 has no registered/],
  ],
  [
    "a domain that refuses them",
    emergencyCheck,
    phone(sipDomain({ emergencyCallingEnabled: false }), registered),
    [/^failure: the SIP domain home.sip.twilio.com does not/],
  ],
  [
    "no domain",
    emergencyCheck,
    phone(undefined, registered),
    [/^failure: the policy has a home, and there is no SIP domain/],
  ],
  [
    "a home whose number has an address, whatever the other lines have",
    emergencyCheck,
    { ...phone(OPEN, registered, { number: OTHER_LINE }), policy: policyFound({}, { home: {} }) },
    [/^ok: they carry a registered address/],
  ],
  [
    "a home whose number has none",
    emergencyCheck,
    { ...phone(OPEN, {}, { ...registered, number: OTHER_LINE }), policy: policyFound({}, { home: {} }) },
    [/^failure: \+12125550100, which the home's phone shows, has no registered emergency address/],
  ],
  [
    "a home in a country where numbers take no address, and Twilio routes no call for help",
    emergencyCheck,
    home("+18095550100", "DO"),
    [/^warning: Twilio routes no emergency calls in DO/],
  ],
  [
    "a home whose number is somebody else's",
    emergencyCheck,
    { ...phone(OPEN), policy: policyFound({}, { home: {} }) },
    [/^failure: home\.callerId is not a number of this account/],
  ],
];

const ALL = [ACCOUNT, FUNCTIONS, RECORDINGS, LINES, SYNC, VARIABLES, DEPLOYMENT, EMERGENCY].flat();

test.each(ALL)("%s", async (_name, check, facts, said) => {
  const found = await say(check, facts);
  expect(found).toEqual(said.map((words) => expect.stringMatching(words)));
});

test("of a variable its value is never said", async () => {
  const facts = variables({ ...LIVE, EXTRA: "the-extra-value" }, { LINK_SECRET: "another-secret" });
  const said = (await say(variablesCheck, facts)).join();
  for (const value of [...Object.values(LIVE), "the-extra-value", "another-secret"])
    expect(said).not.toContain(value);
});
