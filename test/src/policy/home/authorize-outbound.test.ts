import fc from "fast-check";
import { authorizeOutbound } from "../../../../src/policy/home/authorize-outbound";
import type { OutboundCall } from "../../../../src/policy/home/outbound-call";
import { refusalText } from "../../../../src/policy/home/outgoing-texts";
import { callSid, FRIEND, LINE, NOON, OTHER_LINE } from "../samples";
import { dialling, entry, home, OWNER, outboundCall } from "./outbound-samples";

const HOUR = 3_600_000;
const rule = (change: Partial<OutboundCall> = {}) => authorizeOutbound(outboundCall(change)).ruling;
const trace = (change: Partial<OutboundCall> = {}) => authorizeOutbound(outboundCall(change)).trace;
const CONNECT = { action: "connect", to: FRIEND };
const refused = (why: string) => ({ action: "refuse", why });
const bedtime = { weekly: [{ days: ["mon"] as const, from: 12 * 60, to: 13 * 60 }], exceptions: {} };
const outgoing = (change: Parameters<typeof home>[0] = {}) => ({ home: home(change) });

describe("whom the home's phone may call", () => {
  test.each<[string, Partial<OutboundCall>, object]>([
    ["a listed friend", {}, CONNECT],
    ["a friend listed for outgoing calls", { entry: entry({ direction: "out" }) }, CONNECT],
    ["a friend listed for incoming calls", { entry: entry({ direction: "in" }) }, refused("unlisted")],
    ["a number that is not listed", { entry: undefined }, refused("unlisted")],
    ["an entry that makes no sense", { entry: undefined, isEntryMalformed: true }, refused("unlisted")],
    ["an entry until then", { entry: entry({ until: NOON + 1 }) }, CONNECT],
    ["an entry until now", { entry: entry({ until: NOON }) }, refused("unlisted")],
    ["an entry for this line", { entry: entry({ lines: [LINE] }) }, CONNECT],
    ["an entry for another line", { entry: entry({ lines: [OTHER_LINE] }) }, refused("unlisted")],
    ["the owner, unlisted", { ...dialling(OWNER), entry: undefined }, { action: "connect", to: OWNER }],
    ["one of our lines, even listed", dialling(OTHER_LINE), refused("own")],
    ["a code", dialling("*69"), refused("short")],
    ["a helpline's short number", dialling("988"), refused("short")],
    ["a number without its area code", dialling("5550150"), refused("short")],
    ["a name", dialling("grandma"), refused("unreadable")],
  ])("%s", (_name, change, expected) => {
    expect(rule(change)).toMatchObject(expected);
  });

  test.each<[string, Partial<OutboundCall>, object]>([
    ["not listed", { entry: undefined }, { action: "owner", to: FRIEND }],
    ["listed for incoming calls", { entry: entry({ direction: "in" }) }, { action: "owner", to: FRIEND }],
    ["no owner's phone", { entry: undefined, owner: { name: "Ann" } }, refused("unlisted")],
    [
      "the owner's phone is this one",
      { entry: undefined, owner: { name: "Ann", phone: LINE } },
      refused("unlisted"),
    ],
  ])("where the owner is asked: %s", (_name, change, expected) => {
    expect(rule({ ...outgoing({ outgoing: { unlisted: "owner" } }), ...change })).toMatchObject(expected);
  });
});

describe("who calls", () => {
  test("another user of the domain", () => {
    expect(rule({ identity: "other" })).toMatchObject(refused("stranger"));
  });
  test("Twilio did not say: allowed, and the trace says so", () => {
    expect(rule({ identity: "unsaid" })).toMatchObject(CONNECT);
    expect(trace({ identity: "unsaid" })[0]).toBe(
      "identity: not told; the SIP domain lets only phones with a password call",
    );
  });
});

// Area codes by country: https://www.nationalnanpa.com/area_codes/ (809 Dominican Republic, 876 Jamaica, 416 Canada)
describe("which countries and what kinds", () => {
  const toll = (user: string, home: Parameters<typeof outgoing>[0] = {}) =>
    rule({ ...dialling(user), ...outgoing(home) });
  const DO = "18095550150";
  test.each([
    ["+1 809 is not the United States", DO, {}, refused("foreign")],
    ["+1 876", "18765550150", {}, refused("foreign")],
    ["+1 416", "14165550150", {}, refused("foreign")],
    [
      "+1 809 where the Dominican Republic is allowed",
      DO,
      { countries: ["US", "DO"] },
      { action: "connect" },
    ],
    ["a number of no country", "15555550100", {}, refused("foreign")],
    ["a premium-rate number", "19005550150", {}, refused("dear")],
    ["a personal number", "15005550150", {}, refused("dear")],
    [
      "a number that Germany has not assigned",
      "0114999912345678",
      { countries: ["DE"] },
      refused("unassigned"),
    ],
    [
      "the same, where such are allowed",
      "0114999912345678",
      { countries: ["DE"], premiumCountries: ["DE"] },
      { action: "connect" },
    ],
    ["a free number", "18005550150", {}, { action: "connect" }],
    ["a premium-rate number, allowed", "19005550150", { premiumCountries: ["US"] }, { action: "connect" }],
    [
      "another country's premium numbers allowed",
      "19005550150",
      { premiumCountries: ["GB"] },
      refused("dear"),
    ],
    ["London", "011442079460123", {}, refused("foreign")],
  ])("%s", (_name, user, limits, expected) => {
    expect(toll(user, { outgoing: limits })).toMatchObject(expected);
  });
});

describe("when", () => {
  test.each<[string, Partial<OutboundCall>, object]>([
    ["paused", { state: { pausedUntil: NOON + HOUR } }, refused("paused")],
    ["no longer paused", { state: { pausedUntil: NOON } }, CONNECT],
    ["bedtime", outgoing({ bedtimes: bedtime }), refused("bedtime")],
    [
      "bedtime, for who may call then",
      { ...outgoing({ bedtimes: bedtime }), entry: entry({ overrideBedtime: true }) },
      CONNECT,
    ],
    [
      "bedtime, for who may only call in then",
      {
        ...outgoing({ bedtimes: bedtime, outgoing: { unlisted: "owner" } }),
        entry: entry({ direction: "in", overrideBedtime: true }),
      },
      refused("bedtime"),
    ],
    ["just before bedtime", { ...outgoing({ bedtimes: bedtime }), now: NOON - 1 }, CONNECT],
    ["just after bedtime", { ...outgoing({ bedtimes: bedtime }), now: NOON + HOUR }, CONNECT],
    [
      "out of a person's hours",
      { entry: entry({ hours: [{ days: ["tue"], from: 0, to: 1440 }] }) },
      refused("hours"),
    ],
    ["in a person's hours", { entry: entry({ hours: [{ days: ["mon"], from: 720, to: 721 }] }) }, CONNECT],
    [
      "bedtime, unlisted, where the owner is asked",
      { ...outgoing({ bedtimes: bedtime, outgoing: { unlisted: "owner" } }), entry: undefined },
      refused("bedtime"),
    ],
  ])("%s", (_name, change, expected) => {
    expect(rule(change)).toMatchObject(expected);
  });
});

describe("how long", () => {
  const minutes = (minutesPerDay: number, used: number) => ({
    ...outgoing({ outgoing: { callMinutes: 20, minutesPerDay } }),
    usage: { calls: { [callSid("b")]: { granted: used } }, earlier: 0 },
  });
  test.each([
    ["no limit of the day", minutes(0, 90_000), { timeLimit: 1200 }],
    ["plenty left", minutes(60, 0), { timeLimit: 1200 }],
    ["less left than a call may take", minutes(60, 3000), { timeLimit: 600 }],
    ["half a minute left", minutes(60, 3570), { timeLimit: 30 }],
    ["next to nothing left", minutes(60, 3571), refused("spent")],
    ["nothing left", minutes(60, 3600), refused("spent")],
  ])("%s", (_name, change, expected) => {
    expect(rule(change)).toMatchObject(expected);
  });
});

describe("what cannot be read forbids the call", () => {
  test.each(["allowlist", "home", "usage"] as const)("%s", (fact) => {
    expect(rule({ unreadable: [fact] })).toMatchObject(refused("unavailable"));
  });
});

const anyCall = fc
  .record({
    identity: fc.constantFrom("phone", "unsaid", "other"),
    destination: fc
      .constantFrom("911", "933", "411", "grandma", FRIEND, LINE, "18095550150", "19005550150")
      .map((user) => dialling(user).destination),
    entry: fc.option(
      fc
        .record({ direction: fc.constantFrom("in", "out", "both"), overrideBedtime: fc.boolean() })
        .map(entry),
      { nil: undefined },
    ),
    unlisted: fc.constantFrom("refuse", "owner"),
    isBedtime: fc.boolean(),
    isPaused: fc.boolean(),
    unreadable: fc.subarray(["allowlist", "home", "usage"] as const),
  })
  .map(({ unlisted, isBedtime, isPaused, ...change }) =>
    outboundCall({
      ...change,
      home: home({ outgoing: { unlisted }, ...(isBedtime ? { bedtimes: bedtime } : {}) }),
      state: isPaused ? { pausedUntil: NOON + HOUR } : {},
    }),
  );

test("a call for help is connected whatever holds, and every other one is listed, readable, awake and ours", () => {
  fc.assert(
    fc.property(anyCall, (call) => {
      const { ruling, trace: lines } = authorizeOutbound(call);
      expect(lines.at(-1)).toContain(ruling.reason);
      if (call.destination.kind === "emergency")
        return expect(ruling).toMatchObject({
          action: "connect",
          to: call.destination.dial,
          timeLimit: 14_400,
        });
      if (ruling.action === "refuse") return expect(refusalText(ruling.why, "911")).toMatch(/^[A-Z].*[.]$/);
      expect(call).toMatchObject({ unreadable: [], destination: { kind: "number", number: FRIEND } });
      expect(call.identity).not.toBe("other");
      expect(call.state).toEqual({});
      const isListed = call.entry !== undefined && call.entry.direction !== "in";
      expect(isListed).toBe(ruling.action === "connect");
    }),
    { numRuns: 1000 },
  );
});

test("who dials too few digits is told what calls for help", () => {
  expect(refusalText("short", "911")).toContain("dial 9 1 1.");
});

test("a trace tells the whole way", () => {
  expect(trace({ entry: undefined })).toEqual([
    "identity: the home's phone",
    "own: none of our lines",
    "country: a number of US",
    "kind: ordinary to call",
    "read: all lists read",
    "quiet: nothing is in the way now",
    "allowlist: not on the allow list",
  ]);
});
