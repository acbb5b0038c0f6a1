import { placeCall, requestsTo } from "../phone-line";

// Facts: https://www.twilio.com/docs/voice/twiml/reject
describe("<Reject>", () => {
  test.each([
    // reason: "rejected" (default) plays a "not in service" message, status no-answer; "busy" a busy signal, status busy
    ["<Reject/>", "rejected", "no-answer", "The number you have dialed is not in service."],
    ['<Reject reason="rejected"/>', "rejected", "no-answer", "The number you have dialed is not in service."],
    ['<Reject reason="busy"/>', "busy", "busy", "busy signal"],
  ] as const)("%s never answers", async (document, rejected, status, text) => {
    const call = await placeCall({ replies: { "/voice": `${document}<Say>never</Say>`, "/status": "" } });
    expect(call.outcome).toMatchObject({ answered: false, rejected, status, hungUpBy: "none" });
    expect(call.outcome.heard).toEqual([{ kind: "reject", text }]);
    expect(requestsTo(call, "/status")).toMatchObject([
      { parameters: { CallStatus: status, CallDuration: "0" } },
    ]);
    expect(call.moments).toEqual([]);
  });

  test("after a verb that answers it only hangs up", async () => {
    // "<Reject> must be the first verb […]": "any other response answers the call"
    const call = await placeCall({ replies: { "/voice": "<Say>hi</Say><Reject/><Say>never</Say>" } });
    expect(call.outcome).toMatchObject({ answered: true, status: "completed", hungUpBy: "twilio" });
    expect(call.outcome).not.toHaveProperty("rejected");
  });
});
