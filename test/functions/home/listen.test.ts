import type { Home } from "../../../src/policy/home/home";
import type { Room } from "../../../src/policy/home/room";
import type { Handler } from "../../../src/runtime/answer-request";
import { callSid, FRIEND } from "../../src/policy/samples";
import { CONFERENCE, FakeVoice } from "../../src/runtime/fake-voice";
import { FakeSync } from "../../src/store/fake-sync";
import { FLOW, type OwnerHouse, openOwnerHouse, PIN, RETURN } from "./owner-house";

const mockWire = jest.fn();
jest.mock("../../../src/runtime/wiring", () => ({ wire: () => mockWire(), wireCall: () => mockWire() }));

let [checkPin, listen, announceOwner]: Handler[] = [];
let house: OwnerHouse;
beforeAll(async () => {
  ({ handler: checkPin } = await import("../../../functions/home/check-pin.protected"));
  ({ handler: listen } = await import("../../../functions/home/listen.protected"));
  ({ handler: announceOwner } = await import("../../../functions/home/announce-owner.protected"));
  jest.spyOn(console, "log").mockImplementation(() => undefined);
  jest.spyOn(console, "error").mockImplementation(() => undefined);
});

type Change = Partial<Home>;
function open(change: Change = { monitoring: "onJoin" }, sync?: FakeSync): void {
  house = openOwnerHouse(change, sync);
  mockWire.mockReset().mockReturnValue(house.wiring);
}
beforeEach(() => open());

/** Runs a Function that answers TwiML. */
async function twiml(handler: Handler | undefined, call: string, parameters: Record<string, string>) {
  if (handler === undefined) throw new Error("not imported");
  const { status, headers, body } = await house.call(handler, call, parameters);
  expect({ status, type: headers["Content-Type"] }).toEqual({ status: 200, type: "text/xml" });
  return String(body);
}

/** The ticket that the PIN gives is the same for every house with this key: it is fetched once. */
let ticket = "";
beforeAll(async () => {
  open();
  if (checkPin) ticket = (await house.ask(checkPin, "owner", { Digits: PIN })).ticket ?? "";
});

const request = (as: string, more: Record<string, string> = {}) => ({
  ...{ flow: FLOW, room: callSid("b"), as, ticket },
  ...more,
});
const comeIn = (as: string, more: Record<string, string> = {}) => twiml(listen, "owner", request(as, more));

/** What Twilio does with a document that lets the owner wait: it plays the announcement, and goes on. */
async function goOn(document: string): Promise<string> {
  const [, next = ""] = /<Redirect method="POST">(\/home\/listen\?[^<]*)<\/Redirect>/.exec(document) ?? [];
  const query = new URLSearchParams(next.replaceAll("&amp;", "&").split("?")[1]);
  return twiml(listen, "owner", Object.fromEntries(query));
}

/** Twilio fetches what it was asked to announce. */
async function play(): Promise<string[]> {
  const urls = house.wiring.calls.requests.flatMap(([name, , url = ""]) =>
    name === "announce" ? [url] : [],
  );
  return Promise.all(
    urls.map((url) => twiml(announceOwner, "x", Object.fromEntries(new URL(url).searchParams))),
  );
}

/** @see https://www.twilio.com/docs/voice/twiml/conference */
const conference = (muted: boolean) =>
  `<Dial action="${RETURN}" method="POST" hangupOnStar="true"><Conference muted="${muted}" beep="true" startConferenceOnEnter="false" endConferenceOnExit="false" participantLabel="owner">home-${callSid("b")}</Conference></Dial>`;

describe("a call that somebody is having, when joining is announced", () => {
  beforeEach(() => house.room("b"));
  test.each([
    [
      "listen",
      true,
      "A parent may listen.",
      "You are listening; nobody hears you. To come back, press star.",
    ],
    [
      "join",
      false,
      "The owner of this telephone joins the call.",
      "You are in the call. To come back, press star.",
    ],
  ])("%s: those who talk are told, then the owner comes in", async (as, muted, notice, say) => {
    const waiting = await comeIn(as);
    expect(waiting).toMatch(/<Say>Those who talk are being told\..*<\/Say><Pause length="4"\/><Redirect/);
    expect(waiting).not.toContain("Conference");
    expect(house.wiring.calls.requests).toEqual([["announce", CONFERENCE, expect.any(String)]]);
    expect(await play()).toEqual([expect.stringContaining(`<Response><Say>${notice}</Say></Response>`)]);
    expect(await goOn(waiting)).toContain(
      `<Response><Say>${say}</Say>${conference(muted)}<Redirect method="POST">${RETURN}</Redirect></Response>`,
    );
    expect(house.wiring.logged.join()).toContain(
      `owner-announced {"callSid":"${callSid("owner")}","as":"${as}"}`,
    );
  });
  // Local Twilio speaks 150 words a minute: local-twilio/FIDELITY.md. These are 20 words, 8 seconds.
  test("the owner waits for as long as a long notice takes", async () => {
    const monitoringNotice = Array.from({ length: 5 }, () => "somebody listens to this").join(" ");
    open({ monitoring: "onJoin", monitoringNotice });
    house.room("b");
    const [, seconds] = /<Pause length="(\d+)"/.exec(await comeIn("listen")) ?? [];
    expect(Number(seconds)).toBeGreaterThan(8);
  });
  test("the announcement was asked for, but never fetched: the owner stays out", async () => {
    const out = await goOn(await comeIn("listen"));
    expect(out).toContain("could not be told, so nobody can come in.");
    expect(out).toContain(`<Redirect method="POST">${RETURN}</Redirect>`);
    expect(out).not.toContain("Conference");
  });
  test("an announcement to another call, of another way, or to another owner's call does not count", async () => {
    for (const [as, room, owner] of [
      ["listen", "c", "owner"],
      ["join", "b", "owner"],
      ["listen", "b", "other"],
    ] as const) {
      const waiting = await comeIn("listen");
      await twiml(announceOwner, "x", { as, room: callSid(room), owner: callSid(owner) });
      expect(await goOn(waiting)).not.toContain("Conference");
    }
  });
  test("an earlier announcement does not count for a second time", async () => {
    await comeIn("listen");
    await play();
    expect(await goOn(await comeIn("listen"))).not.toContain("Conference");
  });
  test("the webhook delivered twice lets the same owner in, who was announced", async () => {
    const waiting = await comeIn("listen");
    await play();
    expect(await goOn(waiting)).toBe(await goOn(waiting));
  });
  test("a recorded call: the owner hears so first", async () => {
    open({ monitoring: "onJoin", isRecorded: true });
    house.room("b");
    const waiting = await comeIn("join");
    await play();
    expect(await goOn(waiting)).toContain(
      "<Response><Say>This call is recorded.</Say><Say>You are in the call.",
    );
  });
  test("whose conference nobody wrote down is found by its name, or is over", async () => {
    house.room("b", { conferenceSid: undefined });
    expect(await comeIn("listen")).toContain("That call is over.");
    house.wiring.calls.conferences.set(`home-${callSid("b")}`, CONFERENCE);
    expect(await comeIn("listen")).toContain("are being told");
  });
});

test("a notice at the start of every call: the owner listens at once, with a beep", async () => {
  open({ monitoring: "atStart" });
  house.room("b", { isAnnounced: true });
  expect(await comeIn("listen")).toContain(conference(true));
  expect(house.wiring.calls.requests).toEqual([]);
});

describe("the owner stays out, is told why, and is led back to the flow", () => {
  const expectOut = (document: string, why: string) => {
    expect(document).toContain(
      `<Response><Say>${why}</Say><Redirect method="POST">${RETURN}</Redirect></Response>`,
    );
    expect(house.wiring.calls.requests).toEqual([]);
  };
  test.each([
    ["a made-up ticket", { ticket: "0".repeat(64) }],
    ["no ticket", { ticket: "" }],
    ["another number", { From: FRIEND }],
    ["another call", { CallSid: callSid("other") }],
  ])("%s", async (_name, more) => {
    house.room("b");
    for (const told of ["", "true"])
      expectOut(await comeIn("listen", { ...more, told }), "The owner's options are not available.");
  });
  test.each<[string, string, Change, Partial<Room>, string]>([
    ["listening is off", "listen", {}, {}, "Listening to calls is switched off."],
    ["the call is over", "join", {}, { state: "over" }, "That call is over."],
    [
      "it is not answered yet",
      "listen",
      { monitoring: "onJoin" },
      { state: "ringing" },
      "That call is over.",
    ],
    [
      "the notice was not given",
      ...(["listen", { monitoring: "atStart" }, {}] as const),
      "The notice was not given when that call began, so it cannot be listened to.",
    ],
  ])("%s", async (_name, as, change, room, why) => {
    open({ monitoring: "off", ...change });
    house.room("b", room);
    expectOut(await comeIn(as), why);
  });
  test("there is no such call", async () => {
    expectOut(await comeIn("join"), "That call is over.");
  });
  test("Sync is down", async () => {
    open({ monitoring: "onJoin" }, new FakeSync(() => "unavailable"));
    expectOut(await comeIn("join"), "That did not work just now. Please try again in a while.");
  });
  test("Twilio refuses the announcement", async () => {
    const voice = new FakeVoice(() => Promise.reject(new Error("refused")));
    house.wiring.voice = () => voice;
    house.room("b");
    expect(await comeIn("listen")).toContain("That did not work just now.");
    expect(
      await goOn(
        `<Redirect method="POST">/home/listen?${new URLSearchParams(request("listen", { told: "true" }))}</Redirect>`,
      ),
    ).not.toContain("Conference");
  });
  test("what makes no sense goes back to the flow all the same", async () => {
    const back = `<Redirect method="POST">${RETURN}</Redirect>`;
    const account = { ACCOUNT_SID: `AC${"0".repeat(32)}` };
    for (const wrong of [{ as: "spy" }, { room: "x" }, { CallSid: "CA1" }]) {
      const body = await refused({ ...request("listen"), ...wrong }, account);
      expect(body).toContain(back);
    }
    expect(await refused({ ...request("listen"), flow: "FW1" }, account)).toContain("Please call again.");
  });
});

test("whatever breaks, the call goes back to the flow", async () => {
  mockWire.mockImplementation(() => {
    throw new Error("broken");
  });
  const account = { ACCOUNT_SID: `AC${"0".repeat(32)}` };
  expect(await refused(request("listen"), account)).toContain(`<Redirect method="POST">${RETURN}</Redirect>`);
});

async function refused(parameters: Record<string, string>, context: object): Promise<string> {
  const { run } = await import("../../src/runtime/fake-runtime");
  if (listen === undefined) throw new Error("not imported");
  return String((await run(listen, { CallSid: callSid("owner"), ...parameters }, context)).body);
}

test("an announcement that cannot be written down is spoken, and lets nobody in", async () => {
  open({ monitoring: "onJoin" }, new FakeSync(() => "unavailable"));
  const spoken = await twiml(announceOwner, "x", {
    as: "listen",
    room: callSid("b"),
    owner: callSid("owner"),
  });
  expect(spoken).toContain("<Say>The owner of this telephone may join the call.</Say>");
});

describe("there is no silent way in", () => {
  const MONITORING = ["off", "atStart", "onJoin"] as const;
  const STATES = ["ringing", "talking", "unanswered", "over"] as const;
  const flags = [true, false];
  const ways = MONITORING.flatMap((monitoring) =>
    STATES.flatMap((state) =>
      flags.flatMap((isAnnounced) =>
        flags.flatMap((isPlayed) =>
          flags.flatMap((isToldFromTheStart) =>
            (["listen", "join"] as const).map((as) => ({
              ...{ monitoring, state, isAnnounced, isPlayed, isToldFromTheStart, as },
            })),
          ),
        ),
      ),
    ),
  );

  test("whoever comes in unheard was announced before, or a notice was heard when the call began", async () => {
    let heard = 0;
    for (const way of ways) {
      open({ monitoring: way.monitoring });
      house.room("b", { state: way.state, isAnnounced: way.isAnnounced });
      const documents = [await comeIn(way.as, way.isToldFromTheStart ? { told: "true" } : {})];
      const spoken = way.isPlayed ? await play() : [];
      if (documents[0]?.includes("/home/listen?")) documents.push(await goOn(documents[0]));
      const isIn = documents.some((document) => document.includes("<Conference"));
      const isStartNotice = way.monitoring === "atStart" && way.isAnnounced && way.as === "listen";
      const isAnnouncement = spoken.some((words) =>
        /<Say>(A parent may listen|The owner of this)/.test(words),
      );
      if (isIn) expect({ way, isTold: isStartNotice || isAnnouncement }).toEqual({ way, isTold: true });
      if (isIn) heard += 1;
      const dials = documents.join().match(/<Conference[^>]*>/g) ?? [];
      for (const dial of dials) expect(dial).toContain('beep="true"');
      if (way.as === "listen" && way.monitoring === "off") expect(isIn).toBe(false);
    }
    expect(heard).toBeGreaterThan(0);
  });
});
