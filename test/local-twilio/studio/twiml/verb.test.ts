import fc from "fast-check";
import { XMLParser } from "fast-xml-parser";
import { parseSsml } from "../../../../local-twilio/studio/twiml/parse-ssml";
import { renderResponse } from "../../../../local-twilio/studio/twiml/verb";

const say = (text: string) => renderResponse([{ name: "Say", children: parseSsml(text) }]);

test("renderResponse() writes attributes that are given, and none that are not", () => {
  const verb = {
    name: "Dial",
    attributes: { timeout: 5, record: undefined, answerOnBridge: true, callerId: `"<&>` },
  };
  expect(renderResponse([verb])).toBe(
    '<?xml version="1.0" encoding="UTF-8"?><Response><Dial timeout="5" answerOnBridge="true" callerId="&quot;&lt;&amp;&gt;"/></Response>',
  );
});

test.each([
  ["control characters", "a\u0000\u0007b", "ab"],
  ["lone surrogates", "a\ud800b", "ab"],
  ["no pair of surrogates", "a😀b", "a😀b"],
  ["no line ends", "a\nb\tc", "a\nb\tc"],
])("renderResponse() leaves out %s", (_name, text, expected) => {
  expect(say(text)).toContain(`<Say>${expected}</Say>`);
});

// https://www.twilio.com/docs/voice/twiml/say/text-speech#ssml
test.each([
  ["SSML", 'a<break strength="weak"/>b', '<Say>a<break strength="weak"/>b</Say>'],
  ["nested SSML", "<p><s>a &amp; b</s></p>", "<Say><p><s>a &amp; b</s></p></Say>"],
  ["what only looks like SSML", "a <b>c</b>", "<Say>a &lt;b&gt;c&lt;/b&gt;</Say>"],
  ["SSML that is not closed", "<p>a", "<Say>&lt;p&gt;a</Say>"],
  ["a stray end", "a</p>", "<Say>a&lt;/p&gt;</Say>"],
  ["a TwiML verb among the words", "<Dial>1</Dial>", "<Say>&lt;Dial&gt;1&lt;/Dial&gt;</Say>"],
  ["a stray less-than", "<p>1 < 2</p>", "<Say>&lt;p&gt;1 &lt; 2&lt;/p&gt;</Say>"],
])("parseSsml() on %s", (_name, text, expected) => {
  expect(say(text)).toContain(expected);
});

test("renderResponse() is XML with one Say, whatever the text", () => {
  const parser = new XMLParser({ ignoreAttributes: false });
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const { Response: response } = parser.parse(say(text), true);
      expect(Object.keys(response)).toEqual(["Say"]);
    }),
  );
});
