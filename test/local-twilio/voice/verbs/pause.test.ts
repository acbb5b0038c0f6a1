import { during, hangUp, placeCall, requestsTo, START } from "../phone-line";

// Facts: https://www.twilio.com/docs/voice/twiml/pause
describe("<Pause>", () => {
  test.each([
    // length: "integer > 0", default "1 second"
    ["<Say>hi</Say><Pause/>", 1.4],
    ['<Say>hi</Say><Pause length="10"/>', 10.4],
  ])("%s is silent for its length", async (document, seconds) => {
    const call = await placeCall({ replies: { "/voice": document } });
    expect(call.outcome.heard).toContainEqual({ kind: "silence", text: "silence" });
    expect(call.outcome.events.at(-1)?.at).toBeCloseTo(seconds);
  });

  test("as the first verb it delays the answer", async () => {
    // "If <Pause> is the first verb in a TwiML document, Twilio will wait the specified number of seconds before picking up the call."
    const call = await placeCall({ replies: { "/voice": '<Pause length="5"/><Say>hi</Say>' } });
    const row = call.world.account.calls.get(call.outcome.callSid);
    expect(row?.startTime).toBe(START + 5000);
    expect(call.moments[0]).toMatchObject({ heard: { kind: "ringing" }, seconds: 5 });
  });

  test("a caller who hangs up meanwhile has canceled a call that was never answered", async () => {
    // https://www.twilio.com/docs/voice/twiml#callstatus-values: canceled
    const call = await placeCall({
      replies: { "/voice": '<Pause length="5"/><Say>hi</Say>', "/status": "" },
      steps: [during("ringing", hangUp(2))],
    });
    expect(call.outcome).toMatchObject({ answered: false, status: "canceled", hungUpBy: "caller" });
    expect(requestsTo(call, "/status")).toMatchObject([
      { parameters: { CallStatus: "canceled", CallDuration: "0" } },
    ]);
  });
});
