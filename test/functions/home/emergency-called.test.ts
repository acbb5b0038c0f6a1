import type { Handler } from "../../../src/runtime/answer-request";
import type { HomeChange } from "../../src/policy/home/outbound-samples";
import { callSid, NOON } from "../../src/policy/samples";
import { FakeSync } from "../../src/store/fake-sync";
import { type OutgoingHouse, openOutgoingHouse, to } from "./outgoing-house";

const mockWire = jest.fn();
jest.mock("../../../src/runtime/wiring", () => ({ wire: () => mockWire(), wireCall: () => mockWire() }));

let called: Handler;
let ended: Handler;
beforeAll(async () => {
  ({ handler: called } = await import("../../../functions/home/emergency-called.protected"));
  ({ handler: ended } = await import("../../../functions/home/outgoing-ended.protected"));
  for (const method of ["error", "log"] as const)
    jest.spyOn(console, method).mockImplementation(() => undefined);
});

let house: OutgoingHouse;
function open(change: HomeChange = {}, sync = new FakeSync()): void {
  house = openOutgoingHouse(change, sync);
  mockWire.mockReturnValue(house.wiring);
}
beforeEach(() => open());

const call = (digits: string, DialCallStatus = "completed") =>
  house.ask(called, "a", { ...to(digits), DialCallStatus });
const state = () => house.sync.data("home", "state");
const row = () => house.sync.data("calls", callSid("a"));
const minutes = (count: number) => new Date(NOON + count * 60_000).toISOString();

describe("home/emergency-called", () => {
  test("calls ring unscreened for 90 minutes, the owner is told, the call has its row", async () => {
    expect(await call("911")).toEqual({ disposition: "connected" });
    expect(state()).toMatchObject({ callbacksUntil: minutes(90) });
    expect(house.wiring.sent).toHaveLength(1);
    expect(house.wiring.sent[0]).toMatchObject({
      to: "ann@example.com",
      subject: "An emergency call was made from the home phone",
      text: expect.stringContaining("For the next 90 minutes"),
    });
    expect(row()).toMatchObject({ to: "911", verdict: "outgoing-emergency", disposition: "connected" });
    expect(house.wiring.logged.join()).toContain("emergency-call ");
  });
  test("as long as the policy says, and never shorter than it was", async () => {
    open({ callbackMinutes: 10 });
    house.sync.put("home", "state", { callbacksUntil: minutes(60), pausedUntil: minutes(5) });
    await call("911");
    expect(state()).toEqual({ callbacksUntil: minutes(60), pausedUntil: minutes(5) });
    house.wiring.clock += 55 * 60_000;
    await call("911");
    expect(state()).toMatchObject({ callbacksUntil: minutes(65) });
  });
  test.each([
    ["failed", "error", "could NOT be put through"],
    ["busy", "error", "could NOT be put through"],
    ["", "error", "could NOT be put through"],
    // "The initiating caller hung up": https://www.twilio.com/docs/voice/twiml/dial#dialcallstatus-values
    ["canceled", "abandoned", "hung up before it was answered"],
  ])("%j is told all the same", async (status, disposition, words) => {
    expect(await call("911", status)).toEqual({ disposition });
    expect(state()).toMatchObject({ callbacksUntil: minutes(90) });
    expect(house.wiring.sent[0]?.text).toContain(words);
  });
  test("933 reads the address back: a row, and nothing else", async () => {
    expect(await call("933")).toEqual({ disposition: "connected" });
    expect([state(), house.wiring.sent]).toEqual([undefined, []]);
    expect(row()).toMatchObject({ to: "933", reason: "a test of the registered address" });
  });
  test("what the flow takes for a call for help is one, whatever this policy's country calls so", async () => {
    await call("112");
    expect(state()).toMatchObject({ callbacksUntil: minutes(90) });
    expect(house.wiring.sent).toHaveLength(1);
  });
  test("with Sync down the owner is told, with mail down calls come back in", async () => {
    open({}, new FakeSync(() => "unavailable"));
    expect(await call("911")).toEqual({ disposition: "connected" });
    expect(house.wiring.sent).toHaveLength(1);
    expect(house.wiring.sent[0]?.text).toContain("Calls are screened as ever");
    expect(house.wiring.logged.join()).toContain("callbacks-not-opened");
    open();
    house.wiring.mailError = new Error("no mail");
    expect(await call("911")).toEqual({ disposition: "connected" });
    expect(state()).toMatchObject({ callbacksUntil: minutes(90) });
    expect(house.wiring.logged.join()).toContain("owner-not-mailed");
  });
  test("one request that Sync loses keeps nobody from calling back", async () => {
    let lost = 0;
    open(
      {},
      new FakeSync((request) => (request === "POST home" && lost++ === 0 ? "unavailable" : undefined)),
    );
    await call("911");
    expect(state()).toMatchObject({ callbacksUntil: minutes(90) });
    expect(house.wiring.sent[0]?.text).toContain("For the next 90 minutes");
  });
  test("where the policy wants no callbacks, none are promised", async () => {
    open({ callbackMinutes: 0 });
    await call("911");
    expect(state()).toBeUndefined();
    expect(house.wiring.sent[0]?.text).toContain("Calls are screened as ever");
  });
  test("15 in France, which the flow cannot dial as it is, is noted as what it is", async () => {
    house.wiring.policyNow = { ...house.wiring.policyNow, country: "FR" };
    const parameters = { ...to("15"), DialCallStatus: "completed", Authorization: '{"action":"connect"}' };
    expect(await house.ask(ended, "a", parameters)).toEqual({ disposition: "connected" });
    expect(state()).toMatchObject({ callbacksUntil: minutes(90) });
    expect(row()).toMatchObject({ to: "15", verdict: "outgoing-emergency" });
  });
});
