import fc from "fast-check";
import { isE164 } from "../../../src/telephony/e164";
import { parseSipDestination } from "../../../src/telephony/parse-sip-destination";

const DOMAIN = "home.sip.twilio.com";
const dialled = (user: string, country = "US") => parseSipDestination(`sip:${user}@${DOMAIN}`, country);
const NUMBER = { kind: "number", number: "+12125550150" };
const HELP = { kind: "emergency", digits: "911", dial: "911" };
const UNREADABLE = { kind: "unreadable" };

describe("parseSipDestination()", () => {
  // Twilio: To is "The URI of the INVITE", https://www.twilio.com/docs/voice/api/sip-twiml
  test.each([
    "+12125550150",
    "%2B12125550150",
    "%2b12125550150",
    "12125550150",
    "2125550150",
    "212-555-0150",
    "(212)555.0150",
    "2125550150;phone-context=home",
  ])("a number in North America: %s", (user) => {
    expect(dialled(user)).toEqual(NUMBER);
  });

  // The examples of RFC 3261 section 19.1.1 to 19.1.4 and RFC 3966 section 6, with a number of the fictional range
  test.each([
    `sip:+1-212-555-0150:1234@${DOMAIN};user=phone`,
    `sips:+12125550150@${DOMAIN}`,
    `SIP:+12125550150@${DOMAIN}:5061;transport=tls`,
    `sip:%2b1212555015%30@${DOMAIN};transport=TCP`,
    `sip:+12125550150@${DOMAIN}?subject=project%20x&priority=urgent`,
    `sip:+12125550150;ext=5@${DOMAIN}`,
    "tel:+1-212-555-0150",
    "tel:+1-212-555-0150;isub=1411",
    "TEL:+1-(212)-555-0150;phone-context=example.com",
    "+12125550150",
  ])("%s", (uri) => {
    expect(parseSipDestination(uri, "US")).toEqual(NUMBER);
  });

  test.each([
    ["011442079460123", "US"],
    ["00442079460123", "GB"],
    ["02079460123", "GB"],
    ["+442079460123", "US"],
  ])("with the international or national prefix: %s from %s", (user, country) => {
    expect(dialled(user, country)).toEqual({ kind: "number", number: "+442079460123" });
  });

  test.each(["911", "+911", "%2B911", "9-1-1", "911;user=phone", "911:password", " 911 ", "%39%31%31"])(
    "help: %s",
    (user) => {
      expect(dialled(user)).toEqual(HELP);
    },
  );
  test.each([`SIPS:911@${DOMAIN}:5061;transport=tls`, "tel:911;phone-context=+1", "911"])(
    "help: %s",
    (uri) => {
      expect(parseSipDestination(uri, "US")).toEqual(HELP);
    },
  );
  test("what calls for help depends on the country", () => {
    expect(dialled("999", "GB")).toMatchObject({ kind: "emergency" });
    expect(dialled("999", "US")).toEqual({ kind: "short", digits: "999" });
    expect(dialled("15", "FR")).toEqual({ kind: "emergency", digits: "15", dial: "+3315" });
  });

  test.each([
    ["411", "411"],
    ["988", "988"],
    ["*69", "*69"],
    ["%23123", "#123"],
    ["5550150", "5550150"],
    ["9", "9"],
  ])("too short: %s", (user, digits) => {
    expect(dialled(user)).toEqual({ kind: "short", digits });
  });

  // RFC 4475 (torture tests): 3.1.1.2 wide range of valid characters, 3.1.1.3 escaping, 3.1.1.4 escaped nulls,
  // 3.1.1.13 passwords, 3.1.2.12 (no closing quote) and 3.3.1 ff., and what scanners for open relays send
  test.each([
    "sip:1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*:&it+has=1,weird!*pas$wo~d_too.(doesn't-it)@example.com",
    "sip:sips%3Auser%40example.com@example.net",
    "sip:null-%00-null@example.com",
    "sip:user;par=u%40example.net@example.com",
    "sip:vivekg@chair-dnrc.example.com;unknownparam",
    "sip:example.com",
    "nobodyKnowsThisScheme:totallyopaquecontent",
    "soap.beep://192.0.2.103:3002",
    "name:John_Smith",
    "sip:alice@atlanta.com?To=sip:911%40x",
    "sip:@911",
    "sip:a'or'3=3--@home",
    "<sip:2125550150@x>",
    "sip:1234567890123456789012@x",
    "sip:000000000@x",
    "sip:++12125550150@x",
    "sip:12125550150x5@x",
    "sip:1-800-flowers@x",
    "",
    "@",
    "sip:",
    "sip:%",
    "sip:%zz@x",
  ])("%s is nothing to dial", (uri) => {
    expect(parseSipDestination(uri, "US")).toEqual(UNREADABLE);
  });

  test("only what stands before the first @ is dialled", () => {
    expect(parseSipDestination(`sip:2125550150@911@${DOMAIN}`, "US")).toEqual(NUMBER);
    expect(parseSipDestination(`sip:2125550150%40911@${DOMAIN}`, "US")).toEqual(UNREADABLE);
  });

  test("any text is read, and nothing odd is kept", () => {
    const country = fc.constantFrom("US", "GB", "FR", "DE", "XX", "");
    const user = fc.string({
      unit: fc.constantFrom(..."0123456789+*#%@;:.-() 2b3a", "sip:", "911"),
      maxLength: 24,
    });
    const uri = fc.oneof(
      fc.string({ unit: "binary" }),
      user,
      user.map((text) => `sip:${text}@${DOMAIN}`),
    );
    fc.assert(
      fc.property(uri, country, (text, where) => {
        const destination = parseSipDestination(text, where);
        if (destination.kind === "number") expect(isE164(destination.number)).toBe(true);
        else if (destination.kind === "emergency")
          // With or without the country's code: docs/voice/tutorials/emergency-calling-for-programmable-voice.
          expect([destination.digits, destination.dial]).toEqual([
            expect.stringMatching(/^\d{2,6}$/),
            expect.stringMatching(/^(\d{3,4}|\+33\d{2})$/),
          ]);
        else if (destination.kind === "short") expect(destination.digits).toMatch(/^[\d*#]{1,8}$/);
        else expect(destination).toEqual(UNREADABLE);
      }),
      { numRuns: 2000 },
    );
  });
});
