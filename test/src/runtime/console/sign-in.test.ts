/** That nobody learns by signing in whose telephones may, and what is done in which order. */
import type { ConsoleWiring } from "../../../../src/runtime/console/console-wiring";
import { sendCode } from "../../../../src/runtime/console/send-code";
import { signIn } from "../../../../src/runtime/console/sign-in";
import type { VerifyGateway } from "../../../../src/runtime/console/verify-gateway";
import { ATTEMPTS_KEY } from "../../../../src/store/sign-in-attempts";
import { FRIEND, STRANGER } from "../../policy/samples";
import { FakeSync } from "../../store/fake-sync";

const alerts = jest.spyOn(globalThis.console, "error").mockImplementation(() => undefined);
const MINUTE = 60_000;
const CODE = "123456";

/** A console whose only administrator is FRIEND. Verify takes as many as Twilio's does: five of each in ten minutes. */
function door(verify: Partial<VerifyGateway> = {}) {
  const events: string[] = [];
  const sync = new FakeSync((request) => {
    events.push(request);
    return undefined;
  });
  const after = <T>(event: string, result: T): T => {
    events.push(event);
    return result;
  };
  const clock = { now: Date.parse("2026-01-05T15:00:00Z") };
  const gateway: VerifyGateway = {
    send: async (to) => after(`send ${to}`, "sent"),
    check: async (to, code) => after(`check ${to}`, code === CODE ? "approved" : "wrong"),
    answers: async () => after("answers", true),
    ...verify,
  };
  const wiring: ConsoleWiring = {
    now: () => new Date(clock.now),
    random: () => 0.5,
    environment: (name) =>
      ({ CONSOLE_SECRET: "5e".repeat(32), VERIFY_SERVICE_SID: "VA0" })[String(name)] ?? undefined,
    domainName: "console.twil.io",
    assetPath: () => undefined,
    sync: () => sync,
    log: (event, details) => void events.push(`log ${event} ${JSON.stringify(details)}`),
    policy: () => ({
      country: "US",
      timezone: "America/New_York",
      admins: [{ name: "Bo", phone: FRIEND }],
      vanity: {
        words: [],
        spellable: 7,
        texts: { offered: true, perHour: 1 },
        page: true,
        lookupsPerMinute: 1,
      },
    }),
    verify: () => gateway,
    page: () => "",
    rest: async (ms) => void events.push(`rest ${ms}`),
  };
  return { wiring, events, sync, clock };
}

const asks = (wiring: ConsoleWiring, phone: string) => sendCode(wiring, phone);
const tries = (wiring: ConsoleWiring, phone: string, code = "000000") => signIn(wiring, { phone, code });
type Act = (wiring: ConsoleWiring, phone: string) => ReturnType<typeof sendCode>;
/** So many other numbers that what was done before is forgotten of a number that may not sign in. */
const crowd: Act = async (wiring) => {
  for (let area = 301; area < 360; area++) await asks(wiring, `+1${area}5550100`);
  return asks(wiring, "+12125550100");
};

test.each<[string, readonly Act[]]>([
  ["asking once", [asks]],
  ["asking again and again", Array<Act>(7).fill(asks)],
  ["trying again and again", Array<Act>(7).fill(tries)],
  ["asking after trying", [...Array<Act>(5).fill(tries), asks]],
  ["asking on after a crowd", [...Array<Act>(4).fill(asks), crowd, asks]],
  ["trying on after a crowd", [...Array<Act>(5).fill(tries), crowd, tries, asks]],
  ["a bit of both", [asks, tries, asks, tries, tries, asks, tries, asks, asks, tries, tries]],
])("%s is answered the same, whoever does it", async (_name, acts) => {
  const [known, unknown] = [door(), door()];
  for (const act of acts) {
    const answered = await act(known.wiring, FRIEND);
    expect(await act(unknown.wiring, STRANGER)).toEqual(answered);
    for (const { clock } of [known, unknown]) clock.now += MINUTE;
  }
  const waits = ({ events }: typeof known) => events.filter((event) => event.startsWith("rest"));
  expect(waits(known)).toEqual(waits(unknown));
  expect(waits(known).length).toBeGreaterThan(0);
});

test("after a crowd nothing is sent or checked beyond the limits, and the owner is alerted", async () => {
  const { wiring, events } = door();
  for (const act of [...Array<Act>(5).fill(tries), crowd]) await act(wiring, FRIEND);
  alerts.mockClear();
  expect((await tries(wiring, FRIEND, CODE)).status).toBe(401);
  expect((await asks(wiring, FRIEND)).status).toBe(202);
  expect(events.filter((event) => event.startsWith("check"))).toHaveLength(5);
  expect(events).not.toContain(`send ${FRIEND}`);
  expect(alerts.mock.calls.flat()).toEqual(['{"event":"codes-tried-too-often"}']);
});

test("that Verify sends nothing to a telephone is for the log alone", async () => {
  alerts.mockClear();
  const [known, unknown] = [door({ send: async () => "refused" }), door()];
  expect(await asks(known.wiring, FRIEND)).toEqual(await asks(unknown.wiring, STRANGER));
  expect(alerts.mock.calls.flat()).toEqual(['{"event":"code-not-sent"}']);
});

test("a code of millions of letters, which normalising makes millions more, is refused for its beginning", async () => {
  const normalize = jest.spyOn(String.prototype, "normalize");
  expect((await tries(door().wiring, FRIEND, "\uFDFA".repeat(1_000_000))).status).toBe(400);
  const lengths = normalize.mock.contexts.map((text) => String(text).length);
  normalize.mockRestore();
  expect(Math.max(...lengths)).toBeLessThan(300);
});

test("asking takes as long as a pause that begins with it, and nothing is sent to who may not sign in", async () => {
  const { wiring, events } = door();
  await asks(wiring, STRANGER);
  expect(events).toEqual([
    "GET console",
    "POST console",
    "answers",
    "rest 1200",
    'log code-asked-for {"isKnown":false,"outcome":"sent"}',
  ]);
});

test.each(["down", "full"] as const)("with Verify %s, trouble is told the same way", async (outcome) => {
  const known = door({ send: async () => outcome, check: async () => outcome });
  const unknown = door({ answers: async () => false });
  const codes = { down: 503, full: 429 };
  expect([(await asks(known.wiring, FRIEND)).status, (await tries(known.wiring, FRIEND)).status]).toEqual([
    codes[outcome],
    codes[outcome],
  ]);
  if (outcome !== "down") return;
  expect(await asks(unknown.wiring, STRANGER)).toEqual(await asks(known.wiring, FRIEND));
  expect(await tries(unknown.wiring, STRANGER)).toEqual(await tries(known.wiring, FRIEND));
});

test.each<[string, Act, string]>([
  ["asking, known", asks, FRIEND],
  ["asking, unknown", asks, STRANGER],
  ["trying, known", tries, FRIEND],
  ["trying, unknown", tries, STRANGER],
])("%s: nothing is answered before the pause is over", async (_name, act, phone) => {
  const { wiring } = door();
  let release: () => void = () => undefined;
  const rest = () =>
    new Promise<void>((resolve) => {
      release = resolve;
    });
  let isAnswered = false;
  const answering = act({ ...wiring, rest }, phone).then(() => {
    isAnswered = true;
  });
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
  expect(isAnswered).toBe(false);
  release();
  await answering;
});

test("the owner is alerted when the codes of somebody who may sign in are guessed at", async () => {
  const guess = async (phone: string) => {
    alerts.mockClear();
    const { wiring } = door();
    for (let time = 0; time < 6; time++) await tries(wiring, phone);
    return alerts.mock.calls.flat();
  };
  expect(await guess(FRIEND)).toEqual(['{"event":"codes-tried-too-often"}']);
  expect(await guess(STRANGER)).toEqual([]);
});

test("the right code with the wrong telephone opens nothing", async () => {
  const { wiring, events } = door();
  expect((await tries(wiring, STRANGER, CODE)).status).toBe(401);
  expect(events).not.toContain(`check ${FRIEND}`);
});

test("who signs in does not wait, and everything that Sync must say is asked before the code is used up", async () => {
  const { wiring, events } = door();
  const { status, headers } = await tries(wiring, FRIEND, CODE);
  expect([status, headers?.["Set-Cookie"]]).toEqual([200, expect.stringContaining("__Host-gatehouse=")]);
  expect(events.slice(0, 5)).toEqual([
    "GET console",
    "GET console",
    "POST console",
    "rest 800",
    `check ${FRIEND}`,
  ]);
});

test("no number is left behind in Sync", async () => {
  const { wiring, sync } = door();
  await asks(wiring, FRIEND);
  await tries(wiring, STRANGER);
  const kept = JSON.stringify(sync.data("console", ATTEMPTS_KEY));
  for (const phone of [FRIEND, STRANGER]) expect(kept).not.toContain(phone.slice(2));
});
