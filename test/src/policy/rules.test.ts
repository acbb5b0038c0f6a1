import { RULE_NAMES, type RuleName } from "../../../src/policy/line";
import { rules } from "../../../src/policy/rules";
import { EVIDENCE_RULE_TABLES, FORGED_CONTACT_ROWS } from "./evidence-rule-tables";
import { HOME_RULE_TABLES } from "./home-rule-tables";
import type { RuleRow } from "./rule-row";
import {
  callSid,
  FRIEND,
  HOME,
  LINE,
  line,
  NOON,
  number,
  OTHER_LINE,
  STRANGER,
  screening,
  strikes,
} from "./samples";

const withheld = { caller: { kind: "withheld" } } as const;
const known = { contact: { kind: "known", name: "Bo Example" } } as const;
const named = { line: line({ challenge: { kind: "name" } }) } as const;
const reject = { action: "reject", rejectReason: "rejected" };
const block = { prefix: "+1212", list: "blocklist" } as const;

// The order and the ends are those of an earlier screening system and of the policy file's documentation.
const TABLES: { readonly [Name in RuleName]: readonly RuleRow[] } = {
  contacts: [
    ...FORGED_CONTACT_ROWS,
    ["rings the house for a contact", known, {}, { action: "connect", to: HOME }],
    ["says which contact", known, {}, { reason: "in the address book as Bo Example" }],
    [
      "rings for a contact without a name",
      { contact: { kind: "known", name: "" } },
      {},
      { action: "connect" },
    ],
    ["lets a stranger pass on", {}, {}, "not in the address book"],
    ["says that the book could not be read", { contact: { kind: "unreadable" } }, {}, "could not read"],
    [
      "does not ring the phone that is calling",
      { ...known, caller: { kind: "number", number: HOME } },
      {},
      { action: "voicemail" },
    ],
    [
      "does not ring the line itself for ever",
      { ...known, line: line({ ring: { to: LINE } }) },
      {},
      { action: "voicemail" },
    ],
  ],
  forwardlist: [
    ["rings the mapped number", {}, { forwardlist: { to: FRIEND } }, { action: "connect", to: FRIEND }],
    ["lets others pass on", {}, {}, "not on the forward list"],
    [
      "passes over an entry for another line",
      {},
      { forwardlist: { to: FRIEND, lines: [OTHER_LINE] } },
      "not on",
    ],
    [
      "takes an entry for this line",
      {},
      { forwardlist: { to: FRIEND, lines: [OTHER_LINE, LINE] } },
      { action: "connect" },
    ],
    ["never rings the line itself", {}, { forwardlist: { to: LINE } }, "would ring the line itself"],
    ["never rings the caller", {}, { forwardlist: { to: STRANGER } }, "would ring the caller"],
    [
      "forwards by a pattern",
      {},
      { patterns: [{ prefix: "+1212", list: "forwardlist", to: FRIEND }] },
      { action: "connect", to: FRIEND, reason: "forwarded by the pattern +1212*" },
    ],
    [
      "takes the longest pattern",
      {},
      {
        patterns: [
          { prefix: "+1", list: "forwardlist", to: HOME },
          { prefix: "+12125", list: "forwardlist", to: FRIEND },
          { prefix: "+121", list: "forwardlist", to: HOME },
        ],
      },
      { to: FRIEND },
    ],
    [
      "prefers the caller's own entry to a pattern",
      {},
      { forwardlist: { to: FRIEND }, patterns: [{ prefix: "+1212", list: "forwardlist", to: HOME }] },
      { to: FRIEND, reason: "on the forward list" },
    ],
    [
      "takes the pattern when the caller's own entry goes in circles",
      {},
      { forwardlist: { to: LINE }, patterns: [{ prefix: "+1212", list: "forwardlist", to: FRIEND }] },
      { to: FRIEND },
    ],
    ["takes no pattern of the block list", {}, { patterns: [block] }, "not on the forward list"],
    [
      "takes no pattern for who has no number",
      withheld,
      { patterns: [{ prefix: "+1212", list: "forwardlist", to: FRIEND }] },
      "not on the forward list",
    ],
  ],
  blocklist: [
    ["rejects a number on it", {}, { blocklist: {} }, { ...reject, reason: "on the block list" }],
    ["lets others pass on", {}, {}, "not on the block list"],
    ["blocks until the instant", {}, { blocklist: { until: NOON + 1 } }, reject],
    ["blocks no more from the instant on", {}, { blocklist: { until: NOON } }, "no longer"],
    ["blocks on the lines named", {}, { blocklist: { lines: [LINE] } }, reject],
    ["lets through to lines not named", {}, { blocklist: { lines: [OTHER_LINE] } }, "not for this line"],
    [
      "rejects by a pattern",
      {},
      { patterns: [block] },
      { ...reject, reason: "blocked by the pattern +1212*" },
    ],
    [
      "rejects by a pattern when the own entry is over",
      {},
      { blocklist: { until: 0 }, patterns: [block] },
      reject,
    ],
    [
      "keeps to a pattern's own limits",
      {},
      { patterns: [{ ...block, until: NOON }] },
      "not on the block list",
    ],
    ["takes no other prefix", {}, { patterns: [{ ...block, prefix: "+1213" }] }, "not on the block list"],
  ],
  graylist: [
    ["rejects the third unanswered challenge's caller", {}, { graylist: strikes(3, 0) }, reject],
    ["rejects after three wrong answers in a row", {}, { graylist: strikes(0, 3) }, reject],
    ["says why", {}, { graylist: strikes(0, 4) }, { reason: "locked out: 4 wrong answers in a row" }],
    ["lets two of each pass on", {}, { graylist: strikes(2, 2) }, "not locked out"],
    ["lets the unknown pass on", {}, {}, "not locked out"],
    [
      "never locks for what has the limit 0",
      { line: line({ strikes: { unanswered: 0, failed: 0 } }) },
      { graylist: strikes(99, 99) },
      "not locked out",
    ],
    [
      "gives the locked out a message where the line says so",
      { line: line({ strikes: { then: "voicemail" } }) },
      { graylist: strikes(3, 0) },
      { action: "voicemail" },
    ],
    [
      "does not count this very call, whose webhook came twice",
      {},
      { graylist: strikes(3, 0, [`${callSid("a")}:asked`]) },
      "not locked out",
    ],
    [
      "counts another call that was asked",
      {},
      { graylist: strikes(3, 0, [`${callSid("b")}:asked`]) },
      reject,
    ],
  ],
  withheld: [
    ["challenges who withholds the number", withheld, {}, { action: "challenge" }],
    ["rejects where the line says so", { ...withheld, line: line({ withheld: "reject" }) }, {}, reject],
    [
      "takes a message where the line says so",
      { ...withheld, line: line({ withheld: "voicemail" }) },
      {},
      { action: "voicemail" },
    ],
    ["lets numbers pass on", {}, {}, "does not withhold"],
    ["cannot ask without a secret", { ...withheld, canChallenge: false }, {}, "no CHALLENGE_SECRET"],
  ],
  challenge: [
    ["asks anybody", {}, {}, { action: "challenge" }],
    ["asks who withholds the number", withheld, {}, { action: "challenge" }],
    ["asks a SIP caller", { caller: { kind: "sip", uri: "sip:a@example.com" } }, {}, { action: "challenge" }],
    ["cannot ask without a secret", { canChallenge: false }, {}, "no CHALLENGE_SECRET"],
    ["asks for a name where the line does", named, {}, { action: "announce", as: "name", to: HOME }],
    [
      "asks for digits where no name can be asked for",
      { ...named, canAnnounce: false },
      {},
      { action: "challenge" },
    ],
    [
      "asks who calls from the phone that would ring for digits",
      { ...named, caller: { kind: "number", number: HOME } },
      {},
      { action: "challenge" },
    ],
    [
      "says that neither can be asked for",
      { ...named, canAnnounce: false, canChallenge: false },
      {},
      "neither LINK_SECRET nor CHALLENGE_SECRET",
    ],
  ],
  ...HOME_RULE_TABLES,
  ...EVIDENCE_RULE_TABLES,
  voicemail: [["takes a message from anybody", {}, {}, { action: "voicemail" }]],
  // System 004: whoever calls is told what the number spells.
  vanity: [["tells whoever gets this far what a number spells", {}, {}, { action: "vanity" }]],
};

for (const name of RULE_NAMES)
  describe(`the rule ${name}`, () => {
    test.each(TABLES[name])("%s", (_sentence, call, facts, expected) => {
      const { decide, otherwise } = rules[name];
      const verdict = decide(screening(call), facts, []);
      if (typeof expected !== "string") return expect(verdict).toMatchObject(expected);
      expect(verdict).toBeUndefined();
      expect(typeof otherwise === "string" ? otherwise : otherwise(screening(call), facts)).toContain(
        expected,
      );
    });
  });

/** The rules that decide about everybody. */
const ALWAYS: readonly RuleName[] = ["voicemail", "message", "menu", "vanity"];

test("every rule has a table that shows it match and, but for those that always do, pass on", () => {
  for (const name of RULE_NAMES) {
    const kinds = new Set(TABLES[name].map(([, , , expected]) => typeof expected));
    expect([name, kinds.has("object"), kinds.has("string") || ALWAYS.includes(name)]).toEqual([
      name,
      true,
      true,
    ]);
  }
});

test("number() makes numbers of the fictional range only", () => {
  expect(number("07")).toBe("+12125550107");
});
