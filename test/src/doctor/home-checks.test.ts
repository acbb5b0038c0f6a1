/** What the doctor says of the home's phone, its owner's PIN, its list and who may listen. */
import { homePhoneCheck } from "../../../src/doctor/checks/home-phone";
import { listeningCheck } from "../../../src/doctor/checks/listening";
import { ownerPinCheck } from "../../../src/doctor/checks/owner-pin";
import { primaryContactCheck } from "../../../src/doctor/checks/primary-contact";
import type { Check } from "../../../src/doctor/check";
import type { Facts } from "../../../src/doctor/facts";
import { hashPin } from "../../../src/policy/home/owner-pin";
import { liveService, policyFound, say, sipDomain, WEBHOOK } from "./sample-facts";

type Case = [name: string, check: Check, facts: Partial<Facts>, said: RegExp[]];
type FlowFound = Facts["flows"][number];

const HOME = policyFound({}, { home: {} });
const NO_HOME = policyFound();
const USER = "home-0a1b2c3d";
const HOME_PHONE = `sip:${USER}@home.sip.twilio.com`;

/** Of a flow, the check looks at what calls it and where it is called. */
const flows = [
  { ours: { bindings: { attach: "sipDomain" } }, latest: { webhookUrl: WEBHOOK } },
] as unknown as readonly FlowFound[];

const wired = (
  phone: Partial<Facts["sipPhone"]> = {},
  live: readonly Facts["liveVariables"][number][] = variable("HOME_PHONE", HOME_PHONE),
): Partial<Facts> => ({
  ...{ policy: HOME, flows, liveService, liveVariables: live, variables: { SIP_USERNAME: USER } },
  sipPhone: {
    ...{ isWanted: true, domain: sipDomain(), users: [USER], mappings: ["calls", "registrations"] },
    ...phone,
  },
});

function variable(key: string, value: string): Facts["liveVariables"][number][] {
  return [{ sid: `ZV${"1".repeat(32)}`, key, value }];
}

// https://www.twilio.com/docs/voice/sip/api/sip-domain-resource: registration, credential lists and voice URLs of a domain.
const PHONE: Case[] = [
  ["no home", homePhoneCheck, { ...wired(), policy: NO_HOME }, [/^ok: the policy has no home/]],
  ["all wired", homePhoneCheck, wired(), [/^ok: it may register with home\.sip.* does not tell/]],
  ["no domain", homePhoneCheck, wired({ domain: undefined }), [/^failure: there is no SIP domain/]],
  [
    "a domain without registration",
    homePhoneCheck,
    wired({ domain: sipDomain({ sipRegistration: false }) }),
    [/^failure: home\.sip\.twilio\.com lets no phone register/],
  ],
  ["another user", homePhoneCheck, wired({ users: ["kitchen"] }), [/^failure: .*no home-0a1b2c3d/]],
  [
    "no list for registrations",
    homePhoneCheck,
    wired({ mappings: ["calls"] }),
    [/^failure: the domain asks for no credentials of registrations/],
  ],
  [
    "a domain that leads elsewhere",
    homePhoneCheck,
    wired({ domain: sipDomain({ voice: { ...sipDomain().voice, voiceUrl: "", voiceFallbackUrl: "x" } }) }),
    [
      /^failure: its voice URL: none -> https:.*Flows/,
      /^failure: its fallback URL: x -> https:.*outgoing-fallback/,
    ],
  ],
  ["no HOME_PHONE", homePhoneCheck, wired({}, []), [/^failure: HOME_PHONE on the Service is not set/]],
  [
    "another HOME_PHONE",
    homePhoneCheck,
    wired({}, variable("HOME_PHONE", "sip:a@b.sip.twilio.com")),
    [/^failure: HOME_PHONE on the Service is not the phone on our domain/],
  ],
  [
    "no name",
    homePhoneCheck,
    { ...wired(), variables: {} },
    [/^failure: SIP_USERNAME is not set/, /HOME_PHONE/],
  ],
];

const CHILDREN = { rules: "household", ring: { to: "home" } };
const asked = (owner: object, hash?: string): Partial<Facts> => ({
  policy: policyFound(CHILDREN, { home: {}, owner }),
  liveVariables: hash === undefined ? [] : variable("OWNER_PIN_HASH", hash),
});
const OWNER = { phone: "+12125550123" };

const PIN: Case[] = [
  ["nobody is asked", ownerPinCheck, { policy: HOME, liveVariables: [] }, [/^ok: no line asks for one/]],
  ["no hash", ownerPinCheck, asked(OWNER), [/^warning: OWNER_PIN_HASH is not set/]],
  ["an empty hash", ownerPinCheck, asked(OWNER, ""), [/^warning: OWNER_PIN_HASH is not set/]],
  [
    "a PIN in place of its hash",
    ownerPinCheck,
    asked(OWNER, "123456"),
    [/^failure: OWNER_PIN_HASH is no hash/],
  ],
  [
    "no owner's number",
    ownerPinCheck,
    asked({}),
    [/^warning: the policy has no owner\.phone/, /^warning: OWNER_PIN/],
  ],
];

const listed = (...data: unknown[]): Partial<Facts> => ({
  policy: HOME,
  lists: [
    {
      name: "allowlist",
      entries: data.map((one, at) => ({ key: `+1212555015${at}`, data: one, revision: "0" })),
    },
  ],
});

const PRIMARY: Case[] = [
  ["no home", primaryContactCheck, { ...listed(), policy: NO_HOME }, [/^ok: callers are offered none/]],
  [
    "not offered",
    primaryContactCheck,
    { ...listed(), policy: policyFound({}, { home: { offersPrimaryContact: false } }) },
    [/^ok: callers are offered none/],
  ],
  [
    "one",
    primaryContactCheck,
    listed({ person: "Bo", primaryContact: true }),
    [/^ok: callers whom nobody answers/],
  ],
  ["none", primaryContactCheck, listed({ person: "Bo" }, 5), [/^warning: nobody on the allow list is one/]],
  [
    "one that calls cannot read",
    primaryContactCheck,
    listed({ person: "Bo", primaryContact: true, hours: "noon" }),
    [/^warning: nobody on the allow list is one/],
  ],
  ["no list", primaryContactCheck, { policy: HOME, lists: [] }, [/^warning: nobody/]],
];

const heard = (home: object): Partial<Facts> => ({ policy: policyFound({}, { home }) });
const LISTENING: Case[] = [
  ["no home", listeningCheck, { policy: NO_HOME }, [/^ok: calls are neither listened to nor recorded$/]],
  ["off", listeningCheck, heard({}), [/^ok: calls are neither listened to nor recorded$/]],
  ["listening", listeningCheck, heard({ monitoring: "onJoin" }), [/^ok: the owner may listen.*consent/]],
  [
    "both",
    listeningCheck,
    heard({ monitoring: "atStart", recording: true }),
    [/^ok: the owner may listen, .* start of every call; calls are recorded, .*consent/],
  ],
];

test.each([PHONE, PIN, PRIMARY, LISTENING].flat())("%s: %#", async (_name, check, facts, said) => {
  expect(await say(check, facts)).toEqual(said.map((words) => expect.stringMatching(words)));
});

test("a hash that `npm run pin` has made is right, and never said", async () => {
  const hash = await hashPin("246810", Buffer.alloc(16, 7));
  expect(await say(ownerPinCheck, asked(OWNER, hash))).toEqual([expect.stringMatching(/^ok: there is one/)]);
  expect((await say(ownerPinCheck, asked(OWNER, `${hash}!`))).join()).not.toContain(hash);
});
