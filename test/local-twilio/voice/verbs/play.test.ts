import { HOST, placeCall, reply, textsHeard } from "../phone-line";

// Facts: https://www.twilio.com/docs/voice/twiml/play
describe("<Play>", () => {
  test("answers and is heard under its absolute URL", async () => {
    const call = await placeCall({
      replies: { "/voice": "<Play>prompts/hello.mp3</Play><Play>https://a.example/b.wav</Play>" },
    });
    expect(call.outcome.heard).toEqual([
      { kind: "play", text: `${HOST}/prompts/hello.mp3` },
      { kind: "play", text: "https://a.example/b.wav" },
    ]);
    expect(call.outcome.answered).toBe(true);
  });

  test("repeats as often as loop says", async () => {
    const call = await placeCall({ replies: { "/voice": '<Play loop="2">/a.mp3</Play>' } });
    expect(textsHeard(call.outcome)).toEqual([`${HOST}/a.mp3`, `${HOST}/a.mp3`]);
    expect(call.outcome.events.at(-1)?.at).toBe(10);
  });

  test("digits are played as tones; w waits half a second", async () => {
    const call = await placeCall({ replies: { "/voice": '<Play digits="12w3"/>' } });
    expect(call.outcome.heard).toEqual([{ kind: "play", text: "12w3" }]);
    expect(call.outcome.events.at(-1)?.at).toBeCloseTo(1.1);
  });

  test("with nothing to play is an application error", async () => {
    const call = await placeCall({ replies: { "/voice": "<Play/>" } });
    expect(call.outcome.errors).toMatchObject([{ code: 12200 }]);
  });

  test("is what an audio reply becomes; then the call ends", async () => {
    // https://www.twilio.com/docs/voice/twiml: "audio/mpeg […]: Twilio plays the audio file to the caller, and then hangs up"
    const call = await placeCall({ replies: { "/voice": reply(200, "audio/mpeg", "ID3") } });
    expect(call.outcome.heard).toEqual([{ kind: "play", text: `${HOST}/voice` }]);
    expect(call.outcome.hungUpBy).toBe("twilio");
  });
});
