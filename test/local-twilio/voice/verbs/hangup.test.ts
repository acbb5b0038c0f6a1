import { placeCall, requestsTo, textsHeard } from "../phone-line";

// Facts: https://www.twilio.com/docs/voice/twiml/hangup
describe("<Hangup>", () => {
  test("ends the call; what follows is never reached", async () => {
    const call = await placeCall({
      replies: { "/voice": "<Say>one two three four five</Say><Hangup/><Say>never</Say>", "/status": "" },
    });
    expect(textsHeard(call.outcome)).toEqual(["one two three four five"]);
    expect(call.outcome.hungUpBy).toBe("twilio");
    expect(requestsTo(call, "/status")).toMatchObject([
      { parameters: { CallStatus: "completed", CallDuration: "2", Duration: "1" } },
    ]);
  });

  test("as the first verb answers, and bills, all the same", async () => {
    // "Using <Hangup> as the first verb […] does not prevent Twilio from answering the call and billing your account."
    const call = await placeCall({ replies: { "/voice": "<Hangup/>" } });
    expect(call.outcome).toMatchObject({ answered: true, status: "completed" });
  });
});
