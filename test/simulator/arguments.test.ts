import { join } from "node:path";
import { makeCall } from "../../simulator/make-call";
import { parseCallee, parseHandset } from "../../simulator/parse-callee";
import { parsePort } from "../../simulator/parse-port";

test("parseCallee() reads a number and what its phone does", () => {
  expect(parseCallee("+12125550123=no-answer")).toEqual(["+12125550123", { does: "no-answer" }]);
});

test("parseCallee() reads a key that is pressed, and SIP addresses", async () => {
  const [address, callee] = parseCallee("sip:bench@phones.example.com=1");
  expect([address, callee.does]).toEqual(["sip:bench@phones.example.com", "answers"]);
  const party = callee.does === "answers" ? callee.party : undefined;
  const asked = { heard: { kind: "say", text: "Press 1 to take it" }, seconds: 3, awaits: "input" } as const;
  expect(await party?.during(asked)).toEqual({ at: 3, does: "nothing" });
  const silent = { heard: { kind: "silence", text: "silence" }, seconds: 5, awaits: "input" } as const;
  expect(await party?.during(silent)).toEqual({ at: 0, does: "press", keys: "1" });
});

test.each(["+12125550123", "=busy", "+12125550123=bussy", ""])("parseCallee() refuses %j", (text) => {
  expect(() => parseCallee(text)).toThrow(
    `Cannot read callee ${text}: write NUMBER=answers|no-answer|busy|failed`,
  );
});

test("parsePort() takes 0 and ports that leave room for three more", () => {
  expect(["0", "1024", "65532"].map(parsePort)).toEqual([0, 1024, 65_532]);
});

test.each(["80", "65533", "-1", "12.5", "x", ""])("parsePort() refuses %j", (text) => {
  expect(() => parsePort(text)).toThrow(`Cannot listen on port ${text}`);
});

test("parseHandset() reads what a handset does, and says what is allowed instead of anything else", () => {
  const busy = parseHandset("busy");
  const ring = { callSid: `CA${"0".repeat(32)}`, from: "+12125550146", to: "sip:home@x", isInCall: false };
  expect(typeof busy === "function" && busy(ring)).toEqual({ does: "busy" });
  expect(parseHandset("unregistered")).toBe("unregistered");
  expect(() => parseHandset("bussy")).toThrow(
    "Cannot read phone bussy: write answers|no-answer|busy|failed|unregistered",
  );
});

test("makeCall() wants to know what the home's phone dials", async () => {
  const order = { from: "home", callee: [], phone: [], asks: false };
  await expect(makeCall(order)).rejects.toThrow("--to is missing, what the phone dials");
}, 20_000);

test("makeCall() presses keys one question after another", async () => {
  const policy = join(__dirname, "../../examples/office/gatehouse.private.json");
  const order = { from: "+12125550190", policy, press: "1,5", say: "Hello from the plumber" };
  const { call, failures, complaints } = await makeCall({ ...order, callee: [], phone: [], asks: false });
  expect({ failures, complaints }).toEqual({ failures: [], complaints: [] });
  expect(call.report).toMatchObject({ pressed: ["1", "5"], disposition: "voicemail" });
}, 20_000);
