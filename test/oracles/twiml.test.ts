import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import VoiceResponse = require("twilio/lib/twiml/VoiceResponse");

import { createTwimlJudge } from "../../local-twilio/judge/twiml";
import { loadTwimlGrammar } from "../../local-twilio/judge/twiml-grammar";

const judge = createTwimlJudge();
const respond = (inner: string) => `<?xml version="1.0" encoding="UTF-8"?><Response>${inner}</Response>`;

describe("createTwimlJudge() is awake: seeded mistakes", () => {
  test.each([
    // The causes on https://www.twilio.com/docs/api/errors/12200: misspelled verbs, wrong case, unknown attributes, unexpected nesting
    ["<Saay>hi</Saay>", "12200 <Saay> is not allowed in <Response>"],
    ["<say>hi</say>", "12200 <say> is not allowed in <Response>"],
    ["<Conference>room</Conference>", "12200 <Conference> is not allowed in <Response>"],
    ["<Gather><Dial>+12125550123</Dial></Gather>", "12200 <Dial> is not allowed in <Gather>"],
    ["<Dial><Say>hi</Say></Dial>", "12200 <Say> is not allowed in <Dial>"],
    ["<Say>a <b>b</b></Say>", "12200 <b> is not allowed in <Say>"],
    ['<Gather foo="1"/>', "12200 <Gather> has no attribute foo"],
    ['<Gather numdigits="1"/>', "12200 <Gather> has no attribute numdigits"],
    ['<Gather numDigits="one"/>', '12200 <Gather> numDigits="one" is not an integer'],
    ['<Gather numDigits="1.5"/>', '12200 <Gather> numDigits="1.5" is not an integer'],
    ['<Gather numDigits=""/>', '12200 <Gather> numDigits="" is not an integer'],
    ['<Gather input="dtmf voice"/>', '12200 <Gather> input="dtmf voice" is not one of dtmf, speech'],
    [
      '<Gather actionOnEmptyResult="yes"/>',
      '12200 <Gather> actionOnEmptyResult="yes" is neither true nor false',
    ],
    ['<Gather language="en_US"/>', '12200 <Gather> language="en_US" is not one of'],
    ['<Record trim="true"/>', '12200 <Record> trim="true" is not one of trim-silence, do-not-trim'],
    [
      '<Record recordingStatusCallbackEvent="done"/>',
      '12200 <Record> recordingStatusCallbackEvent="done" is not one of',
    ],
    ['<Reject reason="nope"/>', '12200 <Reject> reason="nope" is not one of rejected, busy'],
    ['<Dial record="yes">+12125550123</Dial>', '12200 <Dial> record="yes" is not one of do-not-record'],
    ['<Say voice="Polly.Nobody">hi</Say>', '12200 <Say> voice="Polly.Nobody" is not one of'],
    ['<Say><break strength="huge"/></Say>', '12200 <break> strength="huge" is not one of'],
    ["<Gather>press one</Gather>", "12200 <Gather> holds text"],
    ["hello", "12200 <Response> holds text"],
  ])("%s", (inner, complaint) => {
    expect(judge(respond(inner))).toEqual([expect.stringContaining(complaint)]);
  });

  test("names every mistake of a document", () => {
    expect(judge(respond('<Gather foo="1" timeout="x"><Hangup/></Gather>'))).toHaveLength(3);
  });

  test.each(["<Response><Say>hi</Response>", "", "hello", "<html></html>"])("%j is 12100", (xml) => {
    expect(judge(xml)).toEqual([expect.stringMatching(/^12100 /)]);
  });
});

describe("createTwimlJudge() is fair", () => {
  test("to what Twilio's own builder makes", () => {
    const response = new VoiceResponse();
    const gather = response.gather({
      input: ["dtmf", "speech"],
      numDigits: 3,
      timeout: 8,
      action: "/a?b=1&c=2",
      language: "en-US",
    });
    gather.say({ voice: "Polly.Joanna", language: "en-US", loop: 2 }, "Fish & chips <now>");
    gather.pause({ length: 2 });
    gather.play({ loop: 1 }, "https://a.example/b.mp3");
    const say = response.say({ voice: "man" }, "Press");
    say.break({ strength: "weak", time: "1s" });
    say.sayAs({ "interpret-as": "telephone" }, "427");
    say.prosody({ rate: "slow" }, "slowly");
    const dial = response.dial({
      callerId: "+12125550100",
      timeout: 20,
      answerOnBridge: true,
      record: "record-from-answer-dual",
    });
    dial.number(
      { statusCallback: "/s", statusCallbackEvent: ["ringing", "answered"], url: "/w" },
      "+12125550123",
    );
    dial.conference(
      { beep: "onEnter", statusCallbackEvent: ["start", "end"], startConferenceOnEnter: true },
      "room",
    );
    dial.client({}, "ann");
    dial.sip("sip:kitchen@example.sip.twilio.com");
    response.record({
      maxLength: 120,
      transcribe: true,
      recordingStatusCallbackEvent: ["completed", "absent"],
      trim: "do-not-trim",
    });
    response.enqueue({ waitUrl: "/w" }, "queue");
    response.redirect({ method: "GET" }, "/next");
    response.reject({ reason: "busy" });
    response.hangup();
    response.comment("the end");
    expect(judge(response.toString())).toEqual([]);
  });

  test.each([
    // "For backward compatibility, true is an alias for record-from-answer": https://www.twilio.com/docs/voice/twiml/dial#attributes-record
    '<Dial record="true">+12125550123</Dial>',
    '<Record timeout="0"/>',
    "<Say><![CDATA[a & b]]></Say>",
    '<Gather finishOnKey=""/>',
    "",
  ])("to %s", (inner) => {
    expect(judge(respond(inner))).toEqual([]);
  });
});

describe("loadTwimlGrammar()", () => {
  const twilio = join(require.resolve("twilio/package.json"), "..");
  const cache = mkdtempSync(join(tmpdir(), "twiml-grammar-"));
  afterAll(() => rmSync(cache, { recursive: true }));

  test("knows every element that the builder adds", () => {
    // Counted in the generated code itself, by another way than the derivation's.
    const source = readFileSync(join(twilio, "lib/twiml/VoiceResponse.js"), "utf8");
    const added = source.match(/\.ele\("/g)?.length ?? 0;
    const grammar = loadTwimlGrammar(cache);
    expect(Object.values(grammar).flatMap((elements) => Object.keys(elements))).toHaveLength(added);
    expect(Object.keys(grammar.VoiceResponse ?? {})).toHaveLength(20);
  });

  test("is kept on disk under the version of the package, and read from there", () => {
    const derived = loadTwimlGrammar(cache);
    const { version } = JSON.parse(readFileSync(join(twilio, "package.json"), "utf8"));
    const [kept, ...others] = readdirSync(cache);
    expect(kept).toContain(`-${version}-`);
    expect(others).toEqual([]);
    expect(loadTwimlGrammar(cache)).toEqual(derived);
    writeFileSync(join(cache, kept ?? ""), "{}");
    expect(loadTwimlGrammar(cache)).toEqual({});
  });

  test("a broken copy is derived anew", () => {
    const [kept = ""] = readdirSync(cache);
    writeFileSync(join(cache, kept), "{ broken");
    expect(loadTwimlGrammar(cache)).toHaveProperty("VoiceResponse.Say");
  });
});
