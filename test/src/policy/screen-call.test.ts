import fc from "fast-check";
import type { KnownLists, ListFacts, Screening } from "../../../src/policy/facts";
import { RULE_NAMES, type RuleName } from "../../../src/policy/line";
import { screenCall } from "../../../src/policy/screen-call";
import type { Decision } from "../../../src/policy/verdict";
import { FRIEND, HOME, home, LINE, line, lists, NOON, STRANGER, screening, strikes } from "./samples";

const NOTHING: KnownLists = { facts: {}, read: [], unreadable: [], malformed: [] };
const known = { contact: { kind: "known", name: "" } } as const;
const DEFAULT: readonly RuleName[] = ["contacts", "forwardlist", "blocklist", "graylist", "challenge"];

function decide(call: Partial<Screening>, known: KnownLists): Decision {
  const screened = screenCall(screening(call), known);
  if (screened.kind === "decided") return screened.decision;
  throw new Error(screened.kind === "needs" ? `needs ${screened.facts.join()}` : "asks for the reputation");
}

describe("what is read, and when", () => {
  test("a contact costs no list", () => {
    expect(screenCall(screening(known), NOTHING).kind).toBe("decided");
  });
  test("a stranger costs one batch of all lists of all rules", () => {
    const screened = screenCall(screening(), NOTHING);
    expect(screened).toEqual({ kind: "needs", facts: ["forwardlist", "patterns", "blocklist", "graylist"] });
  });
  test("lists of rules that the line does not have are not read", () => {
    const call = screening({ line: line({ rules: ["contacts", "graylist", "voicemail"] }) });
    expect(screenCall(call, NOTHING)).toEqual({ kind: "needs", facts: ["graylist"] });
  });
  test("a rule without lists that matches first costs nothing", () => {
    const call = screening({ line: line({ rules: ["voicemail", "blocklist"] }) });
    expect(screenCall(call, NOTHING).kind).toBe("decided");
  });
  test("what was read or could not be read is not asked for again", () => {
    expect(screenCall(screening(), lists({}, { unreadable: ["graylist"] })).kind).toBe("decided");
  });
});

describe("the order of the rules is the policy", () => {
  const everywhere: Partial<ListFacts> = {
    forwardlist: { to: FRIEND },
    blocklist: {},
    graylist: strikes(9, 9),
  };
  // An earlier screening system: address book > forward list > black list > gray list.
  test.each<[string, readonly RuleName[], string]>([
    ["a contact beats every list", DEFAULT, "contacts"],
    ["then the forward list", DEFAULT.slice(1), "forwardlist"],
    ["then the block list", DEFAULT.slice(2), "blocklist"],
    ["then the graylist", DEFAULT.slice(3), "graylist"],
    ["another order is another policy", ["blocklist", "contacts"], "blocklist"],
    ["no rule, no rule matched", ["withheld"], "none"],
  ])("%s", (_name, rules, rule) => {
    expect(decide({ ...known, line: line({ rules }) }, lists(everywhere)).rule).toBe(rule);
  });
});

describe("the trace", () => {
  test("tells of every rule before the one that matched, and of no other", () => {
    const { rule, trace, verdict } = decide({}, lists({ blocklist: {} }));
    expect([rule, verdict.reason]).toEqual(["blocklist", "on the block list"]);
    expect(trace).toEqual(["contacts: not in the address book", "forwardlist: not on the forward list"]);
  });
  test("says which list could not be read; the next rule decides", () => {
    const { rule, trace } = decide({}, lists({}, { unreadable: ["blocklist", "patterns", "graylist"] }));
    expect(rule).toBe("challenge");
    expect(trace).toContain("blocklist: could not read blocklist and patterns");
    expect(trace).toContain("graylist: could not read graylist");
  });
  test("says which list has an entry that makes no sense", () => {
    const { trace } = decide({}, lists({}, { malformed: ["forwardlist"] }));
    expect(trace).toContain("forwardlist: not on the forward list; an entry in forwardlist makes no sense");
  });
  test("says that a challenge cannot be asked, and takes a message", () => {
    const { rule, verdict, trace } = decide({ canChallenge: false }, lists());
    expect([rule, verdict.action]).toEqual(["none", "voicemail"]);
    expect(trace.at(-1)).toBe("challenge: cannot be asked: there is no CHALLENGE_SECRET");
  });
  const rules = ["callbacks", "allowlist", "message"] as const;
  test.each<[string, Partial<KnownLists>, string]>([
    ["it is known who is wanted", {}, "message"],
    ["the list cannot be read", { unreadable: ["allowlist"] }, "voicemail"],
    ["the entry was mistyped", { malformed: ["allowlist"] }, "voicemail"],
    ["it cannot be read whether an emergency call was made", { unreadable: ["home"] }, "voicemail"],
    ["another list cannot be read", { unreadable: ["blocklist"] }, "message"],
  ])("nobody is sent away who may be wanted: %s", (_name, known, action) => {
    const call = { line: line({ rules, ring: { to: "home" } }), home: home() } as const;
    expect(decide(call, lists({}, known)).verdict.action).toBe(action);
    const withheld = { ...call, caller: { kind: "withheld" } } as const;
    expect(decide(withheld, lists({}, known)).verdict.action).toBe(action);
  });
  test("a list of which one half could be read still matches by that half", () => {
    const half = lists({ patterns: [{ prefix: "+1", list: "blocklist" }] }, { unreadable: ["blocklist"] });
    expect(decide({}, half).rule).toBe("blocklist");
  });
});

const GRAN = { person: "Gran", direction: "in", overrideBedtime: false, primaryContact: false } as const;
const anyRules = fc.shuffledSubarray([...RULE_NAMES], { minLength: 1 });
const anyFacts = fc.record({
  blocklist: fc.constantFrom(undefined, {}, { lines: [LINE] }),
  forwardlist: fc.constantFrom(undefined, { to: FRIEND }),
  graylist: fc.option(
    fc
      .record({ unanswered: fc.nat(9), failed: fc.nat(9) })
      .map(({ unanswered, failed }) => strikes(unanswered, failed)),
    { nil: undefined },
  ),
  patterns: fc.constantFrom(undefined, [], [{ prefix: "+1212", list: "blocklist" as const }]),
  allowlist: fc.constantFrom(undefined, GRAN),
  home: fc.constantFrom(undefined, {}, { callbacksUntil: NOON + 1 }, { pausedUntil: NOON + 1 }),
  reputation: fc.constant(undefined),
});
const anyCall = fc.record({
  line: anyRules.map((rules) => line({ rules })),
  contact: fc.constantFrom<Screening["contact"]>({ kind: "unknown" }, { kind: "known", name: "Bo" }),
  canChallenge: fc.boolean(),
  home: fc.constantFrom(undefined, home()),
  owner: fc.record({
    name: fc.constant("Ann"),
    phone: fc.constantFrom(HOME, STRANGER),
    hasPin: fc.boolean(),
    hasOffice: fc.boolean(),
  }),
});
const isBefore = (rules: readonly RuleName[], one: RuleName, other: string): boolean =>
  rules.includes(one) && !rules.slice(0, rules.indexOf(one)).some((name) => name === other);

describe("what is paid for", () => {
  const rules: readonly RuleName[] = [
    "contacts",
    "forwardlist",
    "blocklist",
    "graylist",
    "reputation",
    "menu",
  ];
  const reputation = {
    ...({ provider: "telesign", threshold: 600, timeoutMs: 1500, unknown: "next" } as const),
    ...{ lookupsPerHour: 60, cacheHours: 24 },
  };
  const call = { line: line({ rules }), reputation };
  const score = { kind: "score", score: 601, level: "", provider: "telesign" } as const;
  const forged = {
    ...({ attestation: "failed", canAnnounce: false } as const),
    line: line({ rules: [...rules, "attestation"], evidence: { attestation: { strict: true } } }),
  };
  test("is asked for a stranger, once the lists are read, and then decides", () => {
    expect(screenCall(screening(call), NOTHING).kind).toBe("needs");
    expect(screenCall(screening(call), lists()).kind).toBe("asks");
    expect(decide({ ...call, assessed: score }, lists()).rule).toBe("reputation");
    expect(decide({ ...call, assessed: { kind: "unknown", why: "it is slow" } }, lists()).trace).toContain(
      "reputation: unknown: it is slow",
    );
  });
  test.each<[string, Partial<Screening>, Partial<ListFacts>]>([
    ["a contact", known, {}],
    ["who is on the forward list", {}, { forwardlist: { to: FRIEND } }],
    ["who is on the block list", {}, { blocklist: {} }],
    ["who is locked out", {}, { graylist: strikes(3, 0) }],
    ["whose score is remembered", {}, { reputation: score }],
    ["who withholds the number", { caller: { kind: "withheld" } }, {}],
    ["the owner", { owner: { name: "Ann", phone: STRANGER, hasPin: false, hasOffice: true } }, {}],
    ["a contact who may be forged and cannot be announced", { ...known, ...forged }, {}],
    ["anybody where there is no provider", { reputation: undefined }, {}],
    ["anybody whom an earlier rule stops", { line: line({ rules: ["voicemail", "reputation"] }) }, {}],
  ])("is not asked for %s", (_who, change, facts) => {
    const first = line({ rules: ["reputation", ...rules.filter((name) => name !== "reputation")] });
    for (const where of [{}, { line: change.line ?? first }])
      expect(screenCall(screening({ ...call, ...change, ...where }), lists(facts)).kind).toBe("decided");
  });
  test("is asked for whose entry does not count, and the trace says of whom it is not", () => {
    const over = lists({ blocklist: { until: NOON }, graylist: strikes(2, 2) });
    expect(screenCall(screening(call), over).kind).toBe("asks");
    expect(decide({ ...call, ...known, ...forged }, lists()).trace).toContain(
      "reputation: nobody is asked: in the address book",
    );
  });
});

// Issue SpamBlocker#393, TransNexus' figures: robocallers sign, too.
test("a valid signature lets nobody through", () => {
  fc.assert(
    fc.property(anyCall, anyFacts, (call, facts) => {
      fc.pre(call.contact.kind !== "known");
      const signed = decide({ ...call, attestation: "A" }, lists(facts));
      const unsigned = decide({ ...call, attestation: "none" }, lists(facts));
      if (signed.verdict.action === "connect" || signed.verdict.action === "household")
        expect([signed.rule, "attestation"]).toContain(unsigned.rule);
      expect(signed.rule).not.toBe("attestation");
    }),
  );
});

describe("the owner's number", () => {
  const rules = ["owner", "allowlist", "message"] as const;
  const call = {
    line: line({ rules, ring: { to: "home" } }),
    home: home(),
    owner: { name: "Ann", phone: STRANGER, hasPin: true, hasOffice: false },
  } as const;
  test("is judged by the rules that follow when the PIN is not given", () => {
    const { verdict, withoutPin } = decide(call, lists());
    expect([verdict.action, withoutPin?.rule, withoutPin?.verdict.action]).toEqual([
      ...["owner", "allowlist", "household"],
    ]);
  });
  test("sleeps like anybody's", () => {
    const now = Date.parse("2026-01-05T22:00:00-05:00");
    expect(decide({ ...call, now }, lists()).withoutPin?.verdict).toMatchObject({
      action: "voicemail",
      greeting: "It is bedtime here.",
    });
  });
  test("rings unannounced for nobody who may be forged, where the rule about that stands before it", () => {
    const strict = line({
      rules: ["attestation", "owner", "contacts", "challenge"],
      evidence: { attestation: { strict: true } },
    });
    const { verdict, withoutPin } = decide({ ...call, ...known, line: strict, attestation: "B" }, lists());
    expect([verdict.action, withoutPin?.verdict.action]).toEqual(["owner", "announce"]);
  });
  test("waits for the facts of those rules", () => {
    expect(screenCall(screening(call), NOTHING)).toEqual({ kind: "needs", facts: ["allowlist", "home"] });
  });
});

describe("properties", () => {
  test("with the address book first, a contact always rings, whatever the strikes and lists", () => {
    fc.assert(
      fc.property(anyCall, anyFacts, (call, facts) => {
        const rules = ["contacts" as const, ...call.line.rules.filter((name) => name !== "contacts")];
        const { verdict } = decide({ ...call, ...known, line: line({ rules }) }, lists(facts));
        expect(verdict.action).toBe("connect");
      }),
    );
  });

  test("wherever contacts stand before the graylist, strikes never reject one", () => {
    fc.assert(
      fc.property(anyCall, anyFacts, (call, facts) => {
        fc.pre(isBefore(call.line.rules, "contacts", "graylist"));
        expect(decide({ ...call, ...known }, lists(facts)).rule).not.toBe("graylist");
      }),
    );
  });

  test("a blocked or locked number never rings, nor is asked, by any rule after the one that stops it", () => {
    fc.assert(
      fc.property(
        anyCall,
        anyFacts,
        fc.constantFrom("blocklist" as const, "graylist" as const),
        (call, facts, stop) => {
          const stopped = {
            ...facts,
            ...(stop === "blocklist" ? { blocklist: {} } : { graylist: strikes(3, 0) }),
          };
          fc.pre(call.line.rules.includes(stop));
          const { rule, verdict } = decide(call, lists(stopped));
          const decided = [...call.line.rules, "none"].indexOf(rule);
          expect(decided).toBeLessThanOrEqual(call.line.rules.indexOf(stop));
          if (rule === stop) expect(verdict.action).toBe("reject");
        },
      ),
    );
  });

  test("asking for the facts and then giving them always decides, and the first answer was never wrong", () => {
    fc.assert(
      fc.property(anyCall, anyFacts, (call, facts) => {
        const first = screenCall(screening(call), NOTHING);
        const whole = decide(call, lists(facts));
        if (first.kind === "decided") return expect(first.decision).toEqual(whole);
        if (first.kind === "asks") throw new Error("asks before it has read");
        const some = Object.fromEntries(first.facts.map((name) => [name, facts[name]]));
        expect(decide(call, { ...NOTHING, facts: some, read: first.facts })).toEqual(whole);
      }),
    );
  });
});
