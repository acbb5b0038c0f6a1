import { during, hangUp, LINE, placeCall, press, reply, textsHeard } from "../phone-line";

// Facts: https://www.twilio.com/docs/voice/twiml/say
describe("<Say>", () => {
  test("answers the call, is heard without its SSML, and the next verb follows", async () => {
    const call = await placeCall({
      replies: {
        "/voice":
          '<Say voice="Polly.Joanna" language="en-US">Press <say-as interpret-as="telephone">4 2 7</say-as>,' +
          ' <sub alias="please">pls</sub>.<p>Fish &amp; chips</p></Say><Say>Bye</Say>',
      },
    });
    expect(textsHeard(call.outcome)).toEqual(["Press 4 2 7, please. Fish & chips", "Bye"]);
    expect(call.outcome).toMatchObject({ answered: true, status: "completed", hungUpBy: "twilio" });
  });

  test.each([
    // No rate is documented: 150 words a minute. A break adds its time.
    ["<Say>one two three four five</Say>", 2],
    ['<Say>one <break time="500ms"/> two<break time="2s"/></Say>', 0.8 + 2.5],
    ['<Say loop="3">one</Say>', 1.2],
  ])("%s lasts as long as its words and breaks", async (document, seconds) => {
    const call = await placeCall({ replies: { "/voice": document } });
    expect(call.outcome.events.at(-1)?.at).toBeCloseTo(seconds);
  });

  test('loop="0" repeats until the caller hangs up', async () => {
    const call = await placeCall({
      replies: { "/voice": '<Say loop="0">one two</Say><Say>never</Say>' },
      steps: [during("say", press("1", 0.1)), during("say", hangUp(0.5))],
    });
    expect(call.outcome.hungUpBy).toBe("caller");
    expect(textsHeard(call.outcome)).not.toContain("never");
  });

  test('loop="0" to a caller who never hangs up ends after four hours, the longest call', async () => {
    // https://www.twilio.com/docs/voice/api/call-resource: TimeLimit is 14,400 s by default
    const call = await placeCall({ replies: { "/voice": '<Say loop="0">one two three four five</Say>' } });
    expect(call.outcome).toMatchObject({ hungUpBy: "twilio", status: "completed" });
    expect(call.outcome.events.at(-1)?.at).toBe(14_400);
  });

  test("keys pressed during it are lost and do not stop it", async () => {
    const call = await placeCall({
      replies: { "/voice": '<Say>one two three</Say><Gather timeout="1" action="/a"/>' },
      steps: [during("say", press("12", 0.2))],
    });
    expect(call.moments.map(({ heard, seconds }) => [heard.kind, Number(seconds.toFixed(3))])).toEqual([
      ["say", 1.2],
      ["say", 0.6],
      ["silence", 1],
    ]);
    expect(call.outcome.pressed).toEqual(["12"]);
    expect(call.seen.map(({ path }) => path)).toEqual(["/voice", "/status"]);
    expect(textsHeard(call.outcome)).toEqual(["one two three"]);
  });

  test("more than 4096 characters are an error", async () => {
    const call = await placeCall({ replies: { "/voice": `<Say>${"x".repeat(4097)}</Say>` } });
    expect(call.outcome.errors).toMatchObject([{ code: 13520 }]);
    expect(call.outcome.applicationError).toBe(true);
  });

  test("is what a text/plain reply becomes; then the call ends", async () => {
    // https://www.twilio.com/docs/voice/twiml: "text/plain: Twilio reads the content of the text out loud […] and then hangs up"
    const call = await placeCall({
      replies: { "/voice": reply(200, "text/plain; charset=utf-8", "Hello there") },
    });
    expect(textsHeard(call.outcome)).toEqual(["Hello there"]);
    expect(call.outcome).toMatchObject({ to: LINE, hungUpBy: "twilio", errors: [] });
  });
});
