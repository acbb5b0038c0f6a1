import fc from "fast-check";
import VoiceResponse from "twilio/lib/twiml/VoiceResponse";
import { renderReject } from "../../../src/twiml/render-reject";
import { speakable } from "../../../src/twiml/speakable";

// https://www.twilio.com/docs/voice/twiml/reject#examples
test.each(["rejected", "busy"] as const)("renderReject(%j) is a Reject, and nothing before it", (reason) => {
  expect(renderReject(reason)).toBe(
    `<?xml version="1.0" encoding="UTF-8"?><Response><Reject reason="${reason}"/></Response>`,
  );
});

describe("speakable()", () => {
  test.each([
    ["what is plain", "Hello, Ann & Bo <3", "Hello, Ann & Bo <3"],
    ["other scripts, and characters of two halves", "Zoë 😀 您好", "Zoë 😀 您好"],
    ["control characters", "a\u0000b\u0007c\u001bd\u007fe\u009ff", "abcdef"],
    ["halves of characters", "a\ud800b\udc00c", "abc"],
    ["what XML forbids besides", "a\ufffeb\uffffc", "abc"],
    ["line breaks", "a\r\nb\tc", "a b c"],
  ])("%s", (_name, text, spoken) => {
    expect(speakable(text)).toBe(spoken);
  });

  // "<Say> … limit of 4096 characters": https://www.twilio.com/docs/voice/twiml/say
  test("is cut at 4096 characters, never through the middle of one", () => {
    expect(speakable("a".repeat(5000))).toHaveLength(4096);
    expect(speakable(`${"a".repeat(4095)}😀`)).toBe("a".repeat(4095));
  });

  test("whatever comes in, Twilio's own builder takes it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const twiml = new VoiceResponse();
        twiml.say(speakable(text));
        expect(twiml.toString()).toContain("<Say");
      }),
    );
    const anyUnits = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 });
    fc.assert(
      fc.property(anyUnits, (units) => {
        const twiml = new VoiceResponse();
        twiml.say(speakable(String.fromCharCode(...units)));
        expect(twiml.toString()).toContain("<Say");
      }),
    );
  });
});
