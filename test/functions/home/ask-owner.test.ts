import { XMLParser } from "fast-xml-parser";
import type { Handler } from "../../../src/runtime/answer-request";
import type { HomeChange } from "../../src/policy/home/outbound-samples";
import { OWNER } from "../../src/policy/home/outbound-samples";
import { callSid, FRIEND, LINE, NOON, OTHER_LINE, STRANGER } from "../../src/policy/samples";
import { FakeSync } from "../../src/store/fake-sync";
import { type OutgoingHouse, openOutgoingHouse, to } from "./outgoing-house";

const mockWire = jest.fn();
jest.mock("../../../src/runtime/wiring", () => ({ wire: () => mockWire(), wireCall: () => mockWire() }));

let authorize: Handler;
let askOwner: Handler;
let whisper: Handler;
beforeAll(async () => {
  ({ handler: authorize } = await import("../../../functions/home/authorize-outbound.protected"));
  ({ handler: askOwner } = await import("../../../functions/home/ask-owner.protected"));
  ({ handler: whisper } = await import("../../../functions/home/whisper.protected"));
  for (const method of ["error", "log"] as const)
    jest.spyOn(console, method).mockImplementation(() => undefined);
});

const FLOW = `FW${"0".repeat(32)}`;
const ASKING: HomeChange = { outgoing: { unlisted: "owner" } };
let house: OutgoingHouse;
function open(change: HomeChange = ASKING, sync = new FakeSync()): void {
  house = openOutgoingHouse(change, sync);
  mockWire.mockReturnValue(house.wiring);
}
beforeEach(() => open());

/** A document of TwiML as data: attributes begin with @. */
const twiml = (body: unknown) =>
  new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "@", parseAttributeValue: false }).parse(
    String(body),
  ).Response;
const authorized = async (call = "a") => String((await house.ask(authorize, call, to(FRIEND))).ticket);
const ask = async (parameters: Record<string, string> = {}) =>
  twiml(
    (await house.call(askOwner, "a", { flow: FLOW, to: FRIEND, ticket: await authorized(), ...parameters }))
      .body,
  );
/** What the owner hears: the request for `<Number url>` carries the owner's own call. */
async function hear(parameters: Record<string, string> = {}) {
  const url = new URL((await ask()).Dial.Number["@url"], "https://gatehouse.example");
  const query = Object.fromEntries(url.searchParams);
  return twiml((await house.call(whisper, "owner's own", { ...query, ...parameters })).body);
}
const listed = () => house.sync.data("allowlist", FRIEND);

describe("home/ask-owner", () => {
  test("an unlisted number rings the owner, who is asked before anybody is connected", async () => {
    const { Dial, ...rest } = await ask();
    expect(rest).toEqual({});
    expect(Dial).toEqual({
      "@action": expect.stringMatching(
        /^https:\/\/webhooks\.twilio\.com\/v1\/Accounts\/AC[0-9a-f]{32}\/Flows\/FW0{32}\?FlowEvent=return$/,
      ),
      "@method": "POST",
      "@answerOnBridge": "true",
      "@timeout": "30",
      "@timeLimit": "3600",
      "@callerId": LINE,
      Number: {
        "#text": expect.anything(),
        "@url": expect.stringMatching(/^\/home\/whisper\?/),
        "@method": "POST",
      },
    });
    expect(`+${Dial.Number["#text"]}`).toContain(OWNER.slice(1));
  });
  test.each<[string, () => Promise<Record<string, string>>]>([
    ["no ticket that is one", async () => ({ ticket: "0".repeat(64) })],
    ["another call's ticket", async () => ({ ticket: await authorized("b") })],
    ["another number's ticket", async () => ({ to: STRANGER })],
  ])("%s: nobody is rung, and the flow goes on", async (_name, change) => {
    const { Redirect, Dial } = await ask(await change());
    expect(Dial).toBeUndefined();
    expect(JSON.stringify(Redirect)).toContain("FlowEvent=return");
  });
  test("no owner's phone, no LINK_SECRET: refused at once, and nobody is rung", async () => {
    const ticket = await authorized();
    house.wiring.policyNow = { ...house.wiring.policyNow, owner: { name: "Ann" } };
    expect(await house.ask(authorize, "a", to(FRIEND))).toMatchObject({ action: "refuse" });
    expect((await ask({ ticket })).Dial).toBeUndefined();
    open();
    house.wiring.variables = { HOME_PHONE: "sip:phone@x" };
    expect(await house.ask(authorize, "a", to(FRIEND))).toMatchObject({ action: "refuse", ticket: "" });
    expect((await ask({ ticket })).Dial).toBeUndefined();
  });
  test("a request that makes no sense goes on in its flow, or, without one, is over", async () => {
    expect(JSON.stringify(await ask({ to: "911" }))).toContain("FlowEvent=return");
    const answer = await ask({ flow: "FW1" });
    expect(answer).toMatchObject({ Say: expect.stringContaining("Sorry") });
  });
});

describe("home/whisper", () => {
  // "Say, Play, Gather and Hangup only" before bridging: https://www.twilio.com/docs/voice/twiml/number#attributes-url
  test("says which number, twice, asks for one key, and hangs up on whoever presses none", async () => {
    const { Gather, Hangup, ...rest } = await hear();
    expect([rest, Hangup]).toEqual([{}, ""]);
    expect(Gather).toMatchObject({ "@input": "dtmf", "@numDigits": "1", "@finishOnKey": "" });
    expect(Gather.Say["@loop"]).toBe("2");
    expect(Gather.Say["#text"]).toContain("dialled 2 1 2, 5 5 5, 0 1 5 0, which is not on its list");
    expect(Gather["@action"]).toContain("/home/whisper?");
  });
  test("1 connects the phone: the document ends without hanging up", async () => {
    expect(await hear({ Digits: "1" })).toEqual({ Say: "You are connected." });
    expect(listed()).toBeUndefined();
  });
  test("2 puts the number on the list, and hangs up; then the phone may dial it", async () => {
    const answer = await hear({ Digits: "2" });
    expect(answer).toMatchObject({ Say: expect.stringContaining("is on the list"), Hangup: "" });
    expect(listed()).toEqual({
      person: "added by the owner",
      direction: "out",
      note: "asked for by the home's phone on 2026-01-05",
    });
    expect(house.sync.ttls.get(`allowlist/${FRIEND}`)).toBe(0);
    expect(await house.ask(authorize, "c", to(FRIEND))).toMatchObject({ action: "connect", to: FRIEND });
  });
  test.each([
    ["somebody who may call in", { person: "Bo", direction: "in" }, { person: "Bo", direction: "both" }],
    [
      "somebody whose time is over",
      { person: "Bo", direction: "both", until: "2025-01-01" },
      { person: "Bo", direction: "out" },
    ],
    [
      "somebody who may call another line",
      { person: "Bo", direction: "both", lines: [OTHER_LINE] },
      { person: "Bo", direction: "out" },
    ],
    ["an entry that makes no sense", { person: "Bo", direction: "sideways" }, { direction: "out" }],
  ])("2 for %s", async (_name, before, after) => {
    house.sync.put("allowlist", FRIEND, before);
    await hear({ Digits: "2" });
    expect(listed()).toMatchObject(after);
    expect(listed()).not.toHaveProperty("until");
    expect(await house.ask(authorize, "c", to(FRIEND))).toMatchObject({ action: "connect" });
  });
  test("2 while Sync is down says so", async () => {
    open(ASKING, new FakeSync((request) => (request === "POST allowlist" ? "unavailable" : undefined)));
    expect(await hear({ Digits: "2" })).toMatchObject({
      Say: expect.stringContaining("could not"),
      Hangup: "",
    });
  });
  test.each([
    ["another key", { Digits: "5" }],
    ["the ticket for asking", { ticket: "", Digits: "1" }],
    ["another number", { to: STRANGER, Digits: "2" }],
    ["another call", { call: callSid("b"), Digits: "1" }],
    ["no call", { call: "x", Digits: "1" }],
  ])("%s connects nobody and lists nobody", async (_name, change) => {
    expect(await hear(change)).toEqual({ Hangup: "" });
    expect(house.sync.keys("allowlist")).toEqual([]);
  });
  test("at bedtime nobody is rung", async () => {
    open({ ...ASKING, bedtimes: { weekly: [{ days: ["mon"], from: 0, to: 1440 }], exceptions: {} } });
    house.wiring.clock = NOON;
    expect(await house.ask(authorize, "a", to(FRIEND))).toMatchObject({ action: "refuse", ticket: "" });
  });
});
