import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findVerb, VERBS } from "../../../../local-twilio/voice/verbs/verbs";

describe("VERBS", () => {
  test.each(Object.keys(VERBS))("<%s> has a spec of its own", (name) => {
    const file = join(__dirname, `${name.toLowerCase()}.test.ts`);
    expect(existsSync(file)).toBe(true);
    const source = readFileSync(file, "utf8");
    expect(source).toContain(`describe("<${name}>"`);
    expect(source).toContain(`https://www.twilio.com/docs/voice/twiml/${name.toLowerCase()}`);
  });

  test("findVerb() finds by the exact name only, and nothing that every object has", () => {
    // TwiML is case-sensitive: https://www.twilio.com/docs/api/errors/12200
    expect(findVerb("Say")).toBe(VERBS.Say);
    expect(findVerb("say")).toBeUndefined();
    expect(findVerb("constructor")).toBeUndefined();
  });
});
