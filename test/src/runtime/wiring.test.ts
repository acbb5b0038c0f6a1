import { accountCredentials, wire } from "../../../src/runtime/wiring";
import { contextWith, installRuntime } from "./fake-runtime";

const CALL_SID = `CA${"0".repeat(32)}`;
const RECORDING_SID = `RE${"0".repeat(32)}`;
const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

/** A context whose REST client is asked for calls and recordings. */
function wiringOver(resources: object) {
  installRuntime();
  return wire(contextWith({ getTwilioClient: () => resources }));
}

test("a call is asked for once in the life of a request, also when Twilio does not answer", async () => {
  const fetch = jest.fn(() => Promise.reject(new Error("timeout")));
  const wiring = wiringOver({ calls: () => ({ fetch }) });
  await expect(wiring.fetchCall(CALL_SID)).rejects.toThrow("timeout");
  await expect(wiring.fetchCall(CALL_SID)).rejects.toThrow("timeout");
  expect(fetch).toHaveBeenCalledTimes(1);
});

// The API gives the duration as text: https://www.twilio.com/docs/voice/api/recording#recording-properties
test.each<[string | null, number | undefined]>([
  ["6", 6],
  ["0", 0],
  [null, undefined],
  ["-1", undefined],
])("a recording of duration %p lasts %p seconds", async (duration, seconds) => {
  const wiring = wiringOver({ recordings: () => ({ fetch: async () => ({ duration }) }) });
  expect(await wiring.fetchRecordingSeconds(RECORDING_SID)).toBe(seconds);
});

test("a recording that was deleted has no length", async () => {
  const gone = Object.assign(new Error("gone"), { status: 404 });
  const wiring = wiringOver({ recordings: () => ({ fetch: () => Promise.reject(gone) }) });
  expect(await wiring.fetchRecordingSeconds(RECORDING_SID)).toBeUndefined();
});

test("what is no audio is not handed out as a message", async () => {
  globalThis.fetch = async () => new Response("<html>", { headers: { "content-type": "text/html" } });
  await expect(wiringOver({}).fetchRecording(RECORDING_SID)).rejects.toThrow("text/html");
});

test("the time left is that of a Function which has just begun, and passes", async () => {
  const wiring = wiringOver({});
  const left = wiring.timeLeft();
  expect(left).toBeLessThanOrEqual(4000);
  expect(left).toBeGreaterThan(3000);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(wiring.timeLeft()).toBeLessThan(left);
});

test.each<[object, object | undefined]>([
  [
    { ACCOUNT_SID: "AC1", AUTH_TOKEN: "token" },
    { username: "AC1", password: "token" },
  ],
  [{ ACCOUNT_SID: "AC1" }, undefined],
  [{ ACCOUNT_SID: "AC1", AUTH_TOKEN: "" }, undefined],
  [{ AUTH_TOKEN: "token" }, undefined],
])("the account's credentials in %p are %p", (context, credentials) => {
  expect(accountCredentials({ ...context })).toEqual(credentials);
});
