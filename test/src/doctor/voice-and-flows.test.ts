import type { LiveFlow } from "../../../src/account/studio-flows";
import { flowTargets } from "../../../src/deploy/flow-targets-of";
import { flowsCheck } from "../../../src/doctor/checks/flows";
import { voiceUrlsCheck } from "../../../src/doctor/checks/voice-urls";
import type { Facts } from "../../../src/doctor/facts";
import { bindFlow } from "../../../src/flows/bind-flow";
import { commitMessageOf } from "../../../src/flows/commit-message";
import { readFlowFiles } from "../../../src/flows/read-flow-files";
import { OTHER_LINE } from "../policy/samples";
import {
  deployment,
  judge,
  liveService,
  phoneNumber,
  policyFound,
  say,
  sid,
  VOICE,
  WEBHOOK,
} from "./sample-facts";

const { sid: serviceSid, environment, functionSids } = liveService;
const { sid: environmentSid, domainName } = environment;
const targets = flowTargets({ serviceSid, environmentSid, domainName, functionSids }, {});
const [incoming] = readFlowFiles(".").filter(({ bindings }) => bindings.attach === "numbers");
if (incoming === undefined) throw new Error("there is no flow for numbers");
const ours = incoming;

/** The definition with one property of one widget changed, as Studio's editor would. */
function edited(definition: unknown, greeting: string): unknown {
  const text = JSON.stringify(definition);
  const changed = text.replace(/"say":"[^"]*"/, `"say":"${greeting}"`);
  if (changed === text) throw new Error("nothing to edit");
  return JSON.parse(changed);
}

function revision(change: Partial<LiveFlow> = {}): LiveFlow {
  return {
    ...{
      sid: sid("FW"),
      friendlyName: ours.friendlyName,
      revision: 3,
      status: "published",
      webhookUrl: WEBHOOK,
    },
    commitMessage: commitMessageOf(ours.definition),
    definition: bindFlow(ours, targets),
    ...change,
  };
}

const facts = (
  latest: LiveFlow | undefined,
  published: LiveFlow | undefined,
  file = ours,
): Partial<Facts> => ({
  liveService,
  deployment,
  flows: [{ ours: file, latest, published }],
});
const draft = revision({ revision: 4, status: "draft" });
const studioEdit = revision({ definition: edited(bindFlow(ours, targets), "Good day."), commitMessage: "" });
const fills = { "split_me[emergency].value": "home.emergencyNumbers" };
const unfillable = { ...ours, bindings: { ...ours.bindings, fills } };
const ahead = { ...ours, definition: edited(ours.definition, "Good morning.") };

test.each<[string, Partial<Facts>, RegExp[]]>([
  ["the same", facts(revision(), revision()), [/^ok: 1 published, as the repository has them/]],
  ["no flow", facts(undefined, undefined), [/^failure: Studio has no flow incoming-call/]],
  ["a draft of the same", facts(draft, revision()), [/^warning: revision 4 of incoming-call is a draft/]],
  [
    "never published",
    facts(draft, undefined),
    [/^failure: no revision of incoming-call is published/, /^warning: revision 4/],
  ],
  [
    "edited in Studio",
    facts(studioEdit, studioEdit),
    [/^warning: incoming-call: Studio is ahead of the repository: revision 3/],
  ],
  [
    "edited here since",
    facts(revision(), revision(), ahead),
    [/^warning: incoming-call: the repository is ahead of Studio: revision 3/],
  ],
  [
    "a place that deploy cannot fill in",
    facts(revision(), revision(), unfillable),
    [
      /^failure: studio\/incoming-call\.json cannot be deployed: split_me\[emergency\]\.value: the flow has no/,
    ],
  ],
])("flow: %s", async (_name, given, said) => {
  expect(await say(flowsCheck, given)).toEqual(said.map((words) => expect.stringMatching(words)));
});

test("who is ahead decides which way to go", async () => {
  expect(await judge(flowsCheck, facts(studioEdit, studioEdit))).toMatchObject([
    { fix: "npm run studio:pull" },
  ]);
  expect(await judge(flowsCheck, facts(revision(), revision(), ahead))).toMatchObject([
    { fix: "npm run deploy" },
  ]);
});

const voice = (change: Partial<typeof VOICE>, number = {}): Partial<Facts> => ({
  policy: policyFound(),
  liveService,
  flows: [{ ours, latest: revision(), published: revision() }],
  numbers: [phoneNumber({ voice: { ...VOICE, ...change }, ...number })],
});

// https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource: a trunk or an application takes precedence.
test.each<[string, Partial<Facts>, RegExp[]]>([
  ["as deploy makes it", voice({}), [/^ok: every line's calls go to the live flow/]],
  [
    "no voice URL",
    voice({ voiceUrl: "" }),
    [/^failure: \+12125550100: voice URL: none -> https:\/\/webhooks/],
  ],
  ["asked by GET", voice({ voiceMethod: "GET" }), [/^failure: .*method: GET -> POST/]],
  [
    "no fallback",
    voice({ voiceFallbackUrl: "" }),
    [/^failure: .*fallback URL: none -> https:\/\/gatehouse-1234.twil.io\/fallback.xml/],
  ],
  [
    "a fallback by POST",
    voice({ voiceFallbackMethod: "POST" }),
    [/^failure: .*fallback method: POST -> GET/],
  ],
  ["no status callback", voice({ statusCallback: "" }), [/^failure: .*status callback: none -> /]],
  [
    "a trunk",
    voice({ trunkSid: sid("TK"), voiceUrl: "" }),
    [/^failure: calls to \+12125550100 go to the SIP trunk TK1/],
  ],
  [
    "an application",
    voice({ voiceApplicationSid: sid("AP") }),
    [/^failure: calls to \+12125550100 go to the application AP1/],
  ],
  [
    "a number that is no line",
    {
      ...voice({}),
      numbers: [phoneNumber(), phoneNumber({ number: OTHER_LINE, voice: { ...VOICE, voiceUrl: "" } })],
    },
    [/^ok: /],
  ],
  ["no line at all", voice({}, { number: OTHER_LINE }), [/^failure: none of the lines is a number/]],
  [
    "no flow",
    { ...voice({}), flows: [{ ours, latest: undefined, published: undefined }] },
    [/^failure: there is no live flow/],
  ],
])("number: %s", async (_name, given, said) => {
  expect(await say(voiceUrlsCheck, given)).toEqual(said.map((words) => expect.stringMatching(words)));
});
