import { parseHeardPattern } from "../../simulator/heard-pattern";
import { scriptedParty } from "../../simulator/scripted-party";

/** A rejected caller hears the network's words, and is never asked for an act. */
const rejection = { kind: "reject", text: "The number you have dialed is not in service." } as const;

function failuresOf(...sources: string[]): string[] {
  const script = sources.map((source) => {
    const hears = parseHeardPattern(source);
    if (hears === undefined) throw new Error(source);
    return { hears };
  });
  return scriptedParty(script).failures([rejection]);
}

test("scriptedParty() lets a rejected caller hear the network's words", () => {
  expect(failuresOf("dialed", "not in service")).toEqual([]);
});

test("scriptedParty() says what was heard instead of what was waited for", () => {
  expect(failuresOf("zebra")).toEqual([
    `caller step 1 never heard "zebra"; heard ${JSON.stringify([rejection.text])}`,
  ]);
});
