import fc from "fast-check";
import { childElements, parseTwiml, textOf } from "../../../local-twilio/voice/parse-twiml";

function firstChild(xml: string) {
  const parsed = parseTwiml(xml);
  return parsed.ok ? childElements(parsed.response)[0] : undefined;
}

describe("parseTwiml()", () => {
  // What XML 1.0 says: https://www.w3.org/TR/xml/#sec-references, #charsets, #sec-cdata-sect
  test.each([
    ["<Response><Say>a &amp; b &lt;c&gt; &quot;d&quot; &apos;e&apos;</Say></Response>", `a & b <c> "d" 'e'`],
    ["<Response><Say>&#65;&#x42;&#x1F600;</Say></Response>", "AB😀"],
    ["<Response><Say>&amp;lt;</Say></Response>", "&lt;"],
    ["<Response><Say><![CDATA[a & <b> &amp;]]></Say></Response>", "a & <b> &amp;"],
    ["<Response><!-- no --><Say>a<!-- no -->b</Say></Response>", "ab"],
    ["<Response><Say>007</Say></Response>", "007"],
  ])("reads the text of %s", (xml, text) => {
    expect(textOf(firstChild(xml) ?? { name: "", attributes: {}, children: [] })).toBe(text);
  });

  test("reads attributes, in either quotes, with entities", () => {
    const xml = `<Response><Gather action="/a?b=1&amp;c=2" finishOnKey='' hints='"x"'/></Response>`;
    expect(firstChild(xml)?.attributes).toEqual({ action: "/a?b=1&c=2", finishOnKey: "", hints: '"x"' });
  });

  test("keeps text and elements in their order", () => {
    const child = firstChild("<Response><Say>one <break/> two</Say></Response>");
    expect(child?.children).toEqual(["one ", { name: "break", attributes: {}, children: [] }, " two"]);
  });

  // https://www.twilio.com/docs/api/errors/12100 lists the causes
  test.each([
    ["a blank line before the declaration", '\n<?xml version="1.0"?><Response/>'],
    ["no root element", "   "],
    ["another root element", "<Respond/>"],
    ["two root elements", "<Response/><Response/>"],
    ["an unclosed element", "<Response><Say>hi</Response>"],
    ["an unquoted attribute", "<Response><Pause length=1/></Response>"],
    ["badly nested elements", "<Response><Gather><Say>hi</Gather></Say></Response>"],
    ["a wrong case in the end tag", "<Response><Say>hi</say></Response>"],
    ["a bare ampersand", "<Response><Say>fish & chips</Say></Response>"],
    ["a bare ampersand in an attribute", '<Response><Redirect method="a&b"/></Response>'],
    ["an entity of HTML", "<Response><Say>a&nbsp;b</Say></Response>"],
    ["a control character", "<Response><Say>\u0007</Say></Response>"],
    ["a lone surrogate", "<Response><Say>\ud800</Say></Response>"],
    ["text instead of XML", "hello"],
  ])("cannot read %s", (_name, xml) => {
    expect(parseTwiml(xml)).toMatchObject({ ok: false });
  });

  test("never throws", () => {
    const markup = fc.constantFrom(
      "<Response>",
      "</Response>",
      "<Say>",
      "</Say>",
      "&",
      "&#x",
      ";",
      '"',
      "<",
      "<!--",
      "<![CDATA[",
      "]]>",
      "<?",
      "<constructor/>",
      "x",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(markup, fc.string())),
        (parts) => typeof parseTwiml(parts.join("")).ok === "boolean",
      ),
    );
  });
});
