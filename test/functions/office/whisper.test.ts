import { seal } from "../../../src/policy/seal";
import { department } from "../../src/policy/office/samples";
import { callSid, FRIEND, number, STRANGER } from "../../src/policy/samples";
import { FakeSync } from "../../src/store/fake-sync";
import { type OfficeFunctions, OfficeHouse, ringingOf } from "./office-house";

const mockWire = jest.fn();
jest.mock("../../../src/runtime/wiring", () => ({ wire: () => mockWire(), wireCall: () => mockWire() }));

let functions: OfficeFunctions;
beforeAll(async () => {
  functions = {
    connect: (await import("../../../functions/office/connect.protected")).handler,
    dialed: (await import("../../../functions/office/dialed.protected")).handler,
    whisper: (await import("../../../functions/office/whisper.protected")).handler,
    result: (await import("../../../functions/office/result.protected")).handler,
  };
  for (const method of ["error", "log"] as const)
    jest.spyOn(console, method).mockImplementation(() => undefined);
});

const A = number("31");
let house: OfficeHouse;
function open(sync?: FakeSync): void {
  house = new OfficeHouse(functions, sync, { departments: { finance: department({ phones: [A] }) } });
  mockWire.mockReturnValue(house.wiring);
}
beforeEach(() => open());
const down = () => new FakeSync(() => "unavailable");

describe("office/whisper", () => {
  const hear = async (key = "", plan = house.plan(), from: string = STRANGER) => {
    const { whispers } = ringingOf(
      await house.connect(plan, { From: from, named: "1", RecordingSid: `RE${"1".repeat(32)}` }),
    );
    return house.whisper(whispers[0], key);
  };
  const words = async (...parameters: Parameters<typeof hear>) =>
    (await hear(...parameters)).Say?.[0]["#text"];
  const blocked = () => house.sync.data("blocklist", STRANGER);
  const through = () => house.sync.data("forwardlist", STRANGER);

  // "Say, Play, Gather and Hangup only" before bridging: https://www.twilio.com/docs/voice/twiml/number#attributes-url
  test("says who calls for whom, asks for one key, and hangs up on whoever presses none", async () => {
    const { Gather, Hangup, ...rest } = await hear();
    expect([rest, Hangup]).toEqual([{}, ""]);
    expect(Gather).toMatchObject({ "@input": "dtmf", "@numDigits": "1", "@finishOnKey": "" });
    expect(Gather.Say).toHaveLength(2);
    expect(Gather.Say[0]["#text"]).toMatch(
      /^A call for .*, from 2 1 2, 5 5 5, 0 1 9 9\. Press 1 to take it\./,
    );
    // A mailbox lets all of it pass, and the caller waits meanwhile: what was said once need not be said again.
    expect(Gather.Say[1]["#text"]).toBe(
      "A call for Customer service, from 2 1 2, 5 5 5, 0 1 9 9. Press 1 to take it.",
    );
  });
  test("whoever is in the address book is named", async () => {
    const { Gather } = await hear("", house.plan({ kind: "forged" }), FRIEND);
    expect(Gather.Say[0]["#text"]).toMatch(
      /^This call shows the number of Bo Example, but the number may be forged\./,
    );
    house.wiring.contactsIndex = () => {
      throw new Error("no book");
    };
    expect((await hear("", house.plan({ kind: "forged" }), FRIEND)).Gather.Say[0]["#text"]).toContain(
      "2 1 2, 5 5 5, 0 1 5 0",
    );
  });
  test("a number from abroad is said in the language of the office's people", async () => {
    house = new OfficeHouse(functions, undefined, { languages: ["es", "en"] });
    mockWire.mockReturnValue(house.wiring);
    const { Gather } = await hear("", house.plan({ locale: "en" }), "+442079460123");
    expect(Gather.Say[0]).toMatchObject({
      "@language": "es-MX",
      "#text": expect.stringContaining(", de más 4 4, 2 0, 7 9 4 6, 0 1 2 3. Marque 1"),
    });
  });
  test("1 connects: the document ends without hanging up", async () => {
    expect(await hear("1")).toBe("");
    expect(house.sync.data("office", `call-${callSid("a")}`)).toMatchObject({
      decision: "take",
      step: 1,
      by: A,
    });
  });
  test("2 asks the caller for a message", async () => {
    expect(await hear("2")).toMatchObject({
      Say: [{ "#text": "The caller is asked for a message. Goodbye." }],
      Hangup: "",
    });
  });
  test("3 blocks the number, and hangs up", async () => {
    expect(await hear("3")).toMatchObject({
      Say: [{ "#text": "The number is blocked. Goodbye." }],
      Hangup: "",
    });
    expect(blocked()).toEqual({ note: "Blocked by telephone on 2026-01-05" });
    const { ttls, requests } = house.sync;
    const made = requests.length;
    await hear("3");
    expect([
      ttls.get(`blocklist/${STRANGER}`),
      requests.slice(made).filter((request) => /^(PUT|POST)/.test(request)),
    ]).toEqual([0, ["POST office"]]);
  });
  test("4 lets the number through to this telephone, and connects", async () => {
    const answer = await hear("4");
    expect([answer.Say[0]["#text"], answer.Hangup]).toEqual([
      expect.stringContaining("from now on. You are connected"),
      undefined,
    ]);
    expect(through()).toEqual({ to: A, note: "Let through by telephone on 2026-01-05" });
  });
  test.each([
    ["3", "could not be blocked. Goodbye."],
    ["4", "could not be put on the list. You are connected"],
  ])("%s with Sync down is told so", async (key, told) => {
    open(down());
    expect(await words(key)).toContain(told);
  });
  test("1 and 2 with Sync down do what they can", async () => {
    open(down());
    expect(await hear("1")).toBe("");
    expect((await hear("2")).Hangup).toBe("");
  });
  test.each<[string, string, Parameters<typeof hear>]>([
    ["blocking a caller without a number", "anonymous", ["3", undefined, "anonymous"]],
    ["blocking a number that may be forged", FRIEND, ["3", undefined, FRIEND]],
    ["letting that through", FRIEND, ["4", undefined, FRIEND]],
  ])("%s is not done: it is asked once more", async (what, from, [key]) => {
    const plan = what.includes("without") ? house.plan() : house.plan({ kind: "forged" });
    const { Gather, Hangup } = await hear(key, plan, from);
    expect([Hangup, Gather["@action"]]).toEqual(["", expect.stringMatching(/&again=1$/)]);
    expect([house.sync.keys("blocklist"), house.sync.keys("forwardlist")]).toEqual([[], []]);
    expect(await house.whisper(Gather["@action"], key)).toEqual({ Hangup: "" });
  });
  test.each(["", "x.y", seal("another secret", "office-whisper", {})])(
    "the ticket %p connects nobody",
    async (ticket) => {
      expect(await house.whisper(`/office/whisper?${new URLSearchParams({ ticket })}`, "1")).toEqual({
        Hangup: "",
      });
    },
  );
});
