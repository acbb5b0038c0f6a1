/** The web console and the vanity numbers, as judged by facts alone. */
import { vanityCheck } from "../../../src/doctor/checks/vanity";
import { webConsoleCheck } from "../../../src/doctor/checks/web-console";
import type { Check } from "../../../src/doctor/check";
import type { Facts } from "../../../src/doctor/facts";
import { LINE, OTHER_LINE } from "../policy/samples";
import { deployment, phoneNumber, policyFound, projectBuilt, say, sid } from "./sample-facts";

type Case = [name: string, check: Check, facts: Partial<Facts>, said: readonly RegExp[]];

const SECRET = "c".repeat(64);
const BUILD = sid("ZB", "2");
const ADMINS = { console: { admins: [{ name: "Ann", phone: "+12125550123" }] } };
const BOTH = { ...ADMINS, vanity: { page: true } };
const SIDS = { SYNC_SERVICE_SID: sid("IS"), VERIFY_SERVICE_SID: sid("VA") };
/** What console/README.md says of a console where nobody can sign in. */
const NOT_SET_UP = { status: 503, body: '{ "error": { "code": "not-set-up", "message": "…" } }' };
const PAGE = { status: 200, body: '<!doctype html><html lang="en">' };

const variablesOf = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([key, value]) => ({ sid: sid("ZV"), key, value }));

/** A web console as deploy leaves it, with changes. */
const found = (sections: object, change: Partial<Facts["webConsole"]> = {}): Partial<Facts> => ({
  policy: policyFound({}, sections),
  project: projectBuilt("", "console-1"),
  variables: { CONSOLE_SECRET: SECRET },
  deployment: {
    ...deployment,
    ...{ syncServiceSid: SIDS.SYNC_SERVICE_SID, verifyServiceSid: SIDS.VERIFY_SERVICE_SID },
    builds: { [BUILD]: "console-1" },
  },
  webConsole: {
    ...{ domainName: "gatehouse-console-1.twil.io", buildSid: BUILD },
    variables: variablesOf({ ...SIDS, CONSOLE_SECRET: SECRET }),
    pages: { "/vanity.html": PAGE, "/sign-in.html": PAGE },
    closed: { status: 401, body: "" },
    verifyServices: [SIDS.VERIFY_SERVICE_SID],
    ...change,
  },
});
const NOTHING = {
  ...{ domainName: undefined, buildSid: undefined, variables: [], pages: {}, closed: undefined },
  verifyServices: [],
};

const CONSOLE: Case[] = [
  ["no web console", webConsoleCheck, found({}, NOTHING), [/^ok: the policy has no web console$/]],
  [
    "one that is as it should be",
    webConsoleCheck,
    found(BOTH),
    [/^ok: https:\S+vanity\.html and \S+sign-in\.html answer; 1 may sign in$/],
  ],
  [
    "a page alone, which needs no key",
    webConsoleCheck,
    found(
      { vanity: { page: true } },
      {
        ...{ variables: variablesOf({ SYNC_SERVICE_SID: SIDS.SYNC_SERVICE_SID }), closed: NOT_SET_UP },
        verifyServices: [],
      },
    ),
    [/^ok: .*vanity\.html answers; nobody can sign in$/],
  ],
  ["one that is not deployed", webConsoleCheck, found(BOTH, NOTHING), [/^failure: .*none is deployed/]],
  ["one that the policy has no more", webConsoleCheck, found({}), [/^warning: it is deployed/]],
  [
    "one for nobody",
    webConsoleCheck,
    found({ console: {} }, { pages: {} }),
    [/^warning: there is nothing on it/],
  ],
  [
    "another build",
    webConsoleCheck,
    found(BOTH, { buildSid: sid("ZB", "3") }),
    [/^warning: what runs of it is not/],
  ],
  [
    "variables that are missing",
    webConsoleCheck,
    found(BOTH, { variables: [] }),
    [/lacks SYNC_SERVICE_SID/, /lacks CONSOLE_SECRET/, /lacks VERIFY_SERVICE_SID/],
  ],
  [
    "a Verify Service that is another, and what belongs to calls",
    webConsoleCheck,
    found(BOTH, {
      variables: variablesOf({
        ...SIDS,
        VERIFY_SERVICE_SID: sid("VA", "2"),
        CONSOLE_SECRET: SECRET,
        LINK_SECRET: "x",
      }),
      verifyServices: [SIDS.VERIFY_SERVICE_SID, sid("VA", "2")],
    }),
    [/^warning: VERIFY_SERVICE_SID on the Service is not/, /^warning: no Function reads LINK_SECRET/],
  ],
  [
    "a Verify Service that somebody has removed",
    webConsoleCheck,
    found(BOTH, { verifyServices: [sid("VA", "2")] }),
    [/^failure: the Verify Service that sends the codes is gone/],
  ],
  [
    "a key that can be guessed",
    webConsoleCheck,
    { ...found(BOTH, { variables: variablesOf({ ...SIDS, CONSOLE_SECRET: "short" }) }), variables: {} },
    [/^failure: CONSOLE_SECRET on the Service has fewer than 32 characters/],
  ],
  [
    "a page that is broken, and one that does not answer",
    webConsoleCheck,
    found(BOTH, {
      pages: {
        "/vanity.html": { status: 500, body: "" },
        "/sign-in.html": { status: undefined, body: "timeout" },
      },
    }),
    [/^failure: \/vanity\.html answered 500/, /^failure: \/sign-in\.html did not answer \(timeout\)/],
  ],
  [
    "what strangers may not see, and do",
    webConsoleCheck,
    found(BOTH, { closed: { status: 200, body: "{}" } }),
    [/^failure: \/api\/lookups, asked by a stranger, answered 200/],
  ],
  [
    "what strangers do not see by a mishap only",
    webConsoleCheck,
    found(BOTH, { closed: { status: 500, body: "" } }),
    [/^failure: \/api\/lookups, asked by a stranger, answered 500/],
  ],
  [
    "administrators who cannot sign in",
    webConsoleCheck,
    found(BOTH, { closed: NOT_SET_UP }),
    [/^failure: \/api\/lookups, asked by a stranger, answered 503/],
  ],
];

const told = (vanity: object, ...numbers: Partial<Facts["numbers"][number]>[]): Partial<Facts> => ({
  policy: policyFound({ rules: ["blocklist", "vanity"] }, { vanity }),
  numbers: numbers.map(phoneNumber),
});
const FROM = { textFrom: OTHER_LINE };
const choosing = { office: { menu: [{ key: "1", name: "Spelling", to: "vanity" }] } };

const VANITY: Case[] = [
  ["no line tells", vanityCheck, { policy: policyFound(), numbers: [] }, [/^ok: no line tells/]],
  [
    "one that does, by text too",
    vanityCheck,
    told({}, {}),
    [/^ok: \+12125550100 tells .*come from the line$/],
  ],
  [
    "without texts",
    vanityCheck,
    told({ texts: false }, { sendsTexts: false }),
    [/^ok: .*offers no text messages/],
  ],
  [
    "a number that cannot send any",
    vanityCheck,
    told({}, { sendsTexts: false }),
    [/^warning: \+12125550100 offers its callers a text message, and cannot send any/],
  ],
  [
    "another that sends for it",
    vanityCheck,
    told(FROM, { sendsTexts: false }, { number: OTHER_LINE }),
    [/^ok: .*come from \+1/],
  ],
  [
    "another that cannot",
    vanityCheck,
    told(FROM, {}, { number: OTHER_LINE, sendsTexts: false }),
    [/^failure: .*cannot send text messages/],
  ],
  ["somebody else's", vanityCheck, told(FROM, {}), [/^failure: .*is not a number of this account/]],
  [
    "a choice of the menu",
    vanityCheck,
    {
      policy: policyFound({ rules: ["menu"] }, choosing),
      numbers: [phoneNumber({ sendsTexts: false, number: LINE })],
    },
    [/^warning: \+12125550100/],
  ],
];

test.each([CONSOLE, VANITY].flat())("%s: %#", async (_name, check, facts, said) => {
  expect(await say(check, facts)).toEqual(said.map((words) => expect.stringMatching(words)));
});
