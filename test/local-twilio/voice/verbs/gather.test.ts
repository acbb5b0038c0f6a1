import {
  during,
  HOST,
  hangUp,
  placeCall,
  press,
  requestsTo,
  speak,
  textsHeard,
  whileAwaiting,
} from "../phone-line";

// Facts: https://www.twilio.com/docs/voice/twiml/gather
describe("<Gather>", () => {
  test("sends the digits to the action once numDigits are pressed, without waiting", async () => {
    // "When the caller enters the fifth digit of 94117, Twilio will immediately submit the data to the action URL."
    const call = await placeCall({
      replies: { "/voice": '<Gather numDigits="5" action="/zip"/>', "/zip": "<Hangup/>" },
      steps: [whileAwaiting("input", press("94117"))],
    });
    expect(requestsTo(call, "/zip")).toMatchObject([
      { method: "POST", at: 0.8, parameters: { Digits: "94117", CallStatus: "in-progress" } },
    ]);
    expect(call.outcome.pressed).toEqual(["94117"]);
  });

  test.each([
    // "If you set finishOnKey to # and the user enters 1234#, Twilio will submit Digits=1234"; "# is the default"
    ["the default key", "<Gather action='/a'/>", "1234#5", "1234", 0.8],
    ["the chosen key", "<Gather action='/a' finishOnKey='*'/>", "12#4*", "12#4", 0.8],
    // "If the empty string is used, no key will end the <Gather>": then only the timeout (5 s) does.
    ["no key", "<Gather action='/a' finishOnKey=''/>", "1#*", "1#*", 5.6],
    ["a timeout of its own", "<Gather action='/a' timeout='9'/>", "12", "12", 9.4],
    ["pauses of half a second", "<Gather action='/a' numDigits='2'/>", "1w2", "12", 0.7],
  ])("ends with %s", async (_name, document, keys, digits, at) => {
    const call = await placeCall({
      replies: { "/voice": document, "/a": "" },
      steps: [whileAwaiting("input", press(keys))],
    });
    expect(requestsTo(call, "/a")).toMatchObject([{ at, parameters: { Digits: digits } }]);
  });

  test("keys pressed one at a time each start the timeout anew", async () => {
    const call = await placeCall({
      replies: { "/voice": '<Gather action="/a" timeout="5"/>', "/a": "" },
      steps: [whileAwaiting("input", press("1", 4)), whileAwaiting("input", press("2", 4))],
    });
    expect(requestsTo(call, "/a")).toMatchObject([{ at: 4.2 + 4.2 + 5, parameters: { Digits: "12" } }]);
  });

  test("requests its own document again when there is no action", async () => {
    // "If no action is provided, Twilio will by default make a POST request to the current document's URL."
    const call = await placeCall({
      replies: { "/voice": ['<Gather numDigits="1"/>', "<Hangup/>"] },
      steps: [whileAwaiting("input", press("7"))],
    });
    expect(requestsTo(call, "/voice").map(({ method, parameters }) => [method, parameters.Digits])).toEqual([
      ["POST", undefined],
      ["POST", "7"],
    ]);
  });

  test("uses GET when told so, with the digits among the parameters", async () => {
    const call = await placeCall({
      replies: { "/voice": '<Gather numDigits="1" action="a" method="GET"/>', "/a": "" },
      steps: [whileAwaiting("input", press("7"))],
    });
    expect(requestsTo(call, "/a")).toMatchObject([
      { method: "GET", url: `${HOST}/a`, parameters: { Digits: "7" } },
    ]);
  });

  test.each([
    // "If no input is received before timeout, <Gather> falls through to the next verb in the TwiML document."
    ["nothing", undefined, '<Gather action="/a"/>', []],
    // "or if the caller enters the finishOnKey value before entering any other digits" → the next verb
    ["the finish key alone", "#", '<Gather action="/a"/>', []],
    // "actionOnEmptyResult allows you to force <Gather> to send a webhook to the action url even when there is no input."
    // Whether Digits is then sent is not documented; Studio tells silence (`timeout`) from a finish key.
    [
      "nothing, under actionOnEmptyResult",
      undefined,
      '<Gather action="/a" actionOnEmptyResult="true"/>',
      [undefined],
    ],
    [
      "the finish key alone, under actionOnEmptyResult",
      "#",
      '<Gather action="/a" actionOnEmptyResult="true"/>',
      [""],
    ],
  ])("after %s: the next verb, or the action if asked for", async (_name, keys, document, digits) => {
    const call = await placeCall({
      replies: { "/voice": `${document}<Say>next</Say>`, "/a": "" },
      steps: keys === undefined ? [] : [whileAwaiting("input", press(keys))],
    });
    expect(requestsTo(call, "/a").map(({ parameters }) => parameters.Digits)).toEqual(digits);
    expect(textsHeard(call.outcome)).toEqual(digits.length === 0 ? ["next"] : []);
  });

  test("plays nested verbs in order, then waits for the timeout", async () => {
    // "After the caller hears the nested verbs, Twilio waits for timeout": the timeout starts when they are over.
    const call = await placeCall({
      replies: {
        "/voice":
          '<Gather timeout="3"><Say>one two</Say><Pause length="2"/><Play>/a.mp3</Play></Gather><Say>next</Say>',
      },
    });
    expect(
      call.moments.map(({ heard, seconds, awaits }) => [heard.kind, heard.text, seconds, awaits]),
    ).toEqual([
      ["say", "one two", 0.8, "input"],
      ["silence", "silence", 2, "input"],
      ["play", `${HOST}/a.mp3`, 5, "input"],
      ["silence", "silence", 3, "input"],
      ["say", "next", 0.4, "nothing"],
    ]);
  });

  test("a key during the prompt stops it", async () => {
    // "Twilio stops playing the nested verbs when it receives input" (bargeIn, default true)
    const call = await placeCall({
      replies: {
        "/voice": '<Gather numDigits="1" action="/a"><Say>one two three</Say><Say>four</Say></Gather>',
        "/a": "",
      },
      steps: [during("say", press("1", 0.5))],
    });
    expect(requestsTo(call, "/a")).toMatchObject([{ at: 0.5 }]);
    expect(textsHeard(call.outcome)).toEqual(["one two three"]);
  });

  test("after a key that stopped the prompt the others are waited for in silence", async () => {
    const call = await placeCall({
      replies: {
        "/voice": '<Gather action="/a"><Say>one two three</Say><Say>four</Say></Gather>',
        "/a": "",
      },
      steps: [during("say", press("1", 0.5)), during("silence", press("2#", 1))],
    });
    expect(requestsTo(call, "/a")).toMatchObject([{ at: 0.5 + 0.2 + 1 + 0.2, parameters: { Digits: "12" } }]);
    expect(textsHeard(call.outcome)).toEqual(["one two three"]);
  });

  test("the finish key alone ends the prompt too", async () => {
    const call = await placeCall({
      replies: { "/voice": "<Gather><Say>one two three</Say><Say>four</Say></Gather><Say>next</Say>" },
      steps: [during("say", press("#", 0.5))],
    });
    expect(textsHeard(call.outcome)).toEqual(["one two three", "next"]);
  });

  test("a key during the prompt lets it go on under bargeIn false", async () => {
    const call = await placeCall({
      replies: {
        "/voice":
          '<Gather bargeIn="false" action="/a" timeout="2"><Say>one two three</Say><Say>four</Say></Gather>',
        "/a": "",
      },
      steps: [during("say", press("1", 0.5))],
    });
    expect(requestsTo(call, "/a")).toMatchObject([{ at: 1.2 + 0.4 + 2, parameters: { Digits: "1" } }]);
    expect(textsHeard(call.outcome)).toEqual(["one two three", "four"]);
  });

  test("speech is sent as SpeechResult with a Confidence after the speechTimeout", async () => {
    const call = await placeCall({
      replies: {
        "/voice": '<Gather input="dtmf speech" speechTimeout="2" action="/a" language="en-US"/>',
        "/a": "",
      },
      steps: [whileAwaiting("input", speak("four two seven", 3, 1))],
    });
    const [request] = requestsTo(call, "/a");
    expect(request).toMatchObject({
      at: 6,
      parameters: { SpeechResult: "four two seven", Confidence: "0.9" },
    });
    expect(request?.parameters).not.toHaveProperty("Digits");
  });

  test.each([
    ["keys after speech are lost", speak("hello", 1), press("7"), { SpeechResult: "hello" }, 2],
    ["speech after a key is lost", press("7"), speak("hello", 1), { Digits: "7" }, 5.2],
  ])("the first detected input takes precedence: %s", async (_name, first, second, parameters, at) => {
    const call = await placeCall({
      replies: {
        "/voice": '<Gather input="dtmf speech" speechTimeout="auto" numDigits="2" action="/a"/>',
        "/a": "",
      },
      steps: [whileAwaiting("input", first), whileAwaiting("input", second)],
    });
    const [request] = requestsTo(call, "/a");
    expect(request).toMatchObject({ at, parameters });
    expect("Digits" in (request?.parameters ?? {})).toBe("Digits" in parameters);
  });

  test("speech means nothing to a Gather of keys", async () => {
    const call = await placeCall({
      replies: { "/voice": '<Gather action="/a" timeout="4"/><Say>next</Say>', "/a": "" },
      steps: [whileAwaiting("input", speak("hello", 1, 1))],
    });
    expect(requestsTo(call, "/a")).toEqual([]);
    expect(textsHeard(call.outcome)).toEqual(["next"]);
  });

  test("a hang-up requests no action; only the status callback follows", async () => {
    const call = await placeCall({
      replies: {
        "/voice": '<Gather action="/a"><Say>one two three</Say></Gather><Say>never</Say>',
        "/a": "",
        "/status": "",
      },
      steps: [during("say", hangUp(1))],
    });
    expect(call.seen.map(({ path }) => path)).toEqual(["/voice", "/status"]);
    expect(textsHeard(call.outcome)).toEqual(["one two three"]);
    expect(call.outcome).toMatchObject({ status: "completed", hungUpBy: "caller", answered: true });
  });
});
