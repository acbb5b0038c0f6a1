import { readPolicy } from "../../../src/config/read-policy";
import { refuseSilentLines } from "../../../src/deploy/refuse-lines";
import { refuseRecordings } from "../../../src/deploy/refuse-recordings";
import { reputationNames } from "../../../src/deploy/reputation-names";
import { warnOffice } from "../../../src/deploy/warn-office";
import { HOME, LINE } from "../policy/samples";

const DESK = "+12125550160";

/** What deploy knows of a policy with one line. */
function facts(line: object, whole: object = {}) {
  const lines = { [LINE]: { ring: { to: HOME }, ...line } };
  const policy = readPolicy(JSON.stringify({ lines, ...whole }), "policy");
  const { office, reputation } = policy;
  return { lines: Object.values(policy.lines), office, reputation };
}
const menuOf = (...targets: unknown[]) =>
  targets.map((to, index) => ({ key: String(index + 1), name: `Choice ${index}`, to }));
const onlyTalks = menuOf("voicemail", { say: "We are in New York." });

test.each<[string, object, object, boolean]>([
  ["a menu that rings a telephone", { rules: ["menu"] }, { office: { menu: menuOf(DESK) } }, true],
  ["a menu that only talks", { rules: ["menu"] }, { office: { menu: onlyTalks } }, false],
  [
    "a menu that only talks, and an operator",
    { rules: ["menu"] },
    { office: { menu: onlyTalks, operator: DESK } },
    true,
  ],
  [
    "a menu that leads to one that rings, and back",
    { rules: ["menu"] },
    {
      office: {
        menu: menuOf({ menu: "parts" }),
        menus: { parts: { entries: menuOf({ menu: "main" }, DESK) } },
      },
    },
    true,
  ],
  [
    "a menu of the line's own, beside one that rings",
    { rules: ["menu"], menu: "parts" },
    { office: { menu: menuOf(DESK), menus: { parts: { entries: onlyTalks } } } },
    false,
  ],
  ["a menu that nobody reaches", { rules: ["voicemail", "menu"] }, { office: { menu: menuOf(DESK) } }, false],
  ["contacts that nobody reaches", { rules: ["menu", "contacts"] }, { office: { menu: onlyTalks } }, false],
  [
    "a pattern of names that rings",
    { rules: ["callername", "voicemail"], callername: [{ like: "*pharmacy*", then: "ring" }] },
    {},
    true,
  ],
  [
    "a pattern of names that does not",
    { rules: ["callername", "voicemail"], callername: [{ like: "*pharmacy*", then: "reject" }] },
    {},
    false,
  ],
  ["names for a challenge", { rules: ["challenge"], challenge: { kind: "name" } }, {}, true],
  [
    "neighbours who may give their name",
    { rules: ["neighbour", "voicemail"], challenge: { kind: "name" } },
    {},
    true,
  ],
  [
    "neighbours who are rejected",
    { rules: ["neighbour", "voicemail"], neighbour: "reject", challenge: { kind: "name" } },
    {},
    false,
  ],
  [
    "callers of no known reputation who press the digits",
    { rules: ["reputation", "voicemail"], challenge: { onPass: "ring" } },
    { reputation: { unknown: "challenge" } },
    true,
  ],
  [
    "callers of a reputation, who are not asked",
    { rules: ["reputation", "voicemail"], challenge: { onPass: "ring" } },
    { reputation: {} },
    false,
  ],
  // Such a line is there to tell, not to ring.
  ["callers who are told what their number spells", { rules: ["blocklist", "vanity"] }, {}, true],
  [
    "a menu that tells it",
    { rules: ["menu"] },
    { office: { menu: [{ key: "1", name: "Spelling", to: "vanity" }] } },
    true,
  ],
  ["a rule that is never reached", { rules: ["voicemail", "vanity"] }, {}, false],
])("%s: a line may ring: %#", (_name, line, whole, rings) => {
  const known = facts(line, whole);
  expect(refuseSilentLines(known.lines, known)).toHaveLength(rings ? 0 : 1);
});

// A Play whose file is not there is error 11200, and silence: https://www.twilio.com/docs/api/errors/11200
test.each<[string, string, readonly string[]]>([
  ["of the build", "/directions.mp3", []],
  ["that the build has not", "/nowhere.mp3", ["/nowhere.mp3"]],
  ["that is private", "/secret.mp3", ["/secret.mp3"]],
  ["of another host", "https://example.com/nowhere.mp3", []],
])("a menu plays a recording %s", (_name, play, missing) => {
  const { office } = facts({ rules: ["menu"] }, { office: { menu: menuOf(DESK, { play }, { play }) } });
  const file = { kind: "assets", contentType: "audio/mpeg", content: Buffer.alloc(0), hash: "" } as const;
  const files = [
    { ...file, path: "/directions.mp3", visibility: "public" },
    { ...file, path: "/secret.mp3", visibility: "private" },
  ] as const;
  const refusals = refuseRecordings({ office, build: { files } });
  expect(refusals.map(({ why }) => /\/\S+mp3/.exec(why)?.[0])).toEqual(missing);
});

// https://developer.telesign.com/enterprise/docs/authentication: customer ID and API key
const TELESIGN = ["TELESIGN_CUSTOMER_ID", "TELESIGN_API_KEY"];
test.each<[string, object, object, readonly string[]]>([
  ["TeleSign", { rules: ["reputation", "challenge"] }, { reputation: {} }, TELESIGN],
  [
    "TeleSign Intelligence",
    { rules: ["reputation", "challenge"] },
    { reputation: { provider: "telesign-intelligence" } },
    TELESIGN,
  ],
  [
    "Twilio Lookup, paid by the account itself",
    { rules: ["reputation", "challenge"] },
    { reputation: { provider: "lookup" } },
    [],
  ],
  [
    "an add-on, paid by the account itself",
    { rules: ["reputation", "challenge"] },
    { reputation: { provider: "nomorobo" } },
    [],
  ],
  ["nobody, as no line asks", {}, { reputation: {} }, []],
  ["nobody, as there is no provider", { rules: "office" }, { office: { menu: menuOf(DESK) } }, []],
])("asked of %s: credentials needed", (_name, line, whole, names) => {
  expect(reputationNames(facts(line, whole))).toEqual(names);
});

test("telephones that cost more, that do not exist, or that are reached over the internet are warned of", () => {
  // Area code 900 is premium rate, 500 is personal numbers: https://www.nationalnanpa.com/number_resource_info/
  const ring = ["+19005550100", "+15005550100", "sip:desk@pbx.example.com", DESK];
  const known = facts(
    { rules: ["menu"] },
    { office: { menu: menuOf("sales"), departments: { sales: { ring } } } },
  );
  expect(warnOffice(known)).toEqual([
    expect.stringMatching(/^the department sales rings \+19005550100, .*costs more/),
    expect.stringMatching(/^the department sales rings \+15005550100, .*costs more/),
    expect.stringMatching(/^the department sales rings sip:desk@pbx\.example\.com, over the internet/),
  ]);
  expect(warnOffice({ office: undefined })).toEqual([]);
});
