import { HOST, placeCall, press, requestsTo, textsHeard, twiml, whileAwaiting } from "../phone-line";

// Facts: https://www.twilio.com/docs/voice/twiml/redirect
describe("<Redirect>", () => {
  test.each([
    ["an absolute URL, by POST", `<Redirect>${HOST}/menu/next</Redirect>`, "POST"],
    ["a relative URL", "<Redirect>menu/next</Redirect>", "POST"],
    ["a relative URL with white space around it", "<Redirect>\n  /menu/next\n</Redirect>", "POST"],
    ["GET when told so", '<Redirect method="GET">/menu/next</Redirect>', "GET"],
  ])("goes on with another document: %s", async (_name, document, method) => {
    // "All verbs subsequent to <Redirect> are unreachable and ignored."
    const call = await placeCall({
      replies: { "/voice": `${document}<Say>never</Say>`, "/menu/next": "<Say>next</Say>" },
    });
    expect(requestsTo(call, "/menu/next")).toMatchObject([
      { method, parameters: { CallSid: call.outcome.callSid } },
    ]);
    expect(textsHeard(call.outcome)).toEqual(["next"]);
  });

  test("keeps the query of the URL, also an escaped ampersand", async () => {
    const call = await placeCall({
      replies: { "/voice": "<Redirect>/a?b=1&amp;c=2</Redirect>", "/a?b=1&c=2": "<Hangup/>" },
    });
    expect(requestsTo(call, "/a?b=1&c=2")).toHaveLength(1);
  });

  test("relative URLs are relative to the document that holds them", async () => {
    const call = await placeCall({
      replies: {
        "/voice": "<Redirect>/deep/a</Redirect>",
        "/deep/a": "<Redirect>b</Redirect>",
        "/deep/b": "<Hangup/>",
      },
    });
    expect(call.seen.map(({ path }) => path)).toEqual(["/voice", "/deep/a", "/deep/b", "/status"]);
  });

  test("does not answer a call that rings", async () => {
    // https://www.twilio.com/docs/voice/api/sip-twiml: Redirect keeps the call in 180 Ringing
    const call = await placeCall({ replies: { "/voice": "<Redirect>/a</Redirect>", "/a": "<Reject/>" } });
    expect(requestsTo(call, "/a")).toMatchObject([{ parameters: { CallStatus: "ringing" } }]);
    expect(call.outcome.answered).toBe(false);
  });

  test("a document that redirects to itself for ever is refused, since no time would ever pass", async () => {
    const call = await placeCall({ replies: { "/voice": "<Redirect>/voice</Redirect>" } });
    expect(requestsTo(call, "/voice")).toHaveLength(50);
    expect(call.outcome).toMatchObject({ applicationError: true, status: "completed" });
  });

  test("the error names the document, also when the redirect leaves it out", async () => {
    const { outcome } = await placeCall({ replies: { "/voice": "<Redirect></Redirect>" } });
    expect(outcome.errors).toEqual([{ code: 0, message: `${HOST}/voice leads to itself for ever` }]);
  });

  test("a loop that takes time goes on", async () => {
    const call = await placeCall({
      replies: {
        "/voice": [...Array(60).fill(twiml("<Pause/><Redirect/>")), "<Gather numDigits='1' action='/a'/>"],
        "/a": "",
      },
      steps: [whileAwaiting("input", press("1"))],
    });
    expect(requestsTo(call, "/a")).toHaveLength(1);
  });
});
