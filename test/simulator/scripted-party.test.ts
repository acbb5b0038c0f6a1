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

describe("scriptedParty() whose moment is cut short", () => {
  const MUSIC = { heard: { kind: "play", text: "music" }, seconds: 3600, awaits: "nothing" } as const;
  const silence = (seconds: number) =>
    ({ heard: { kind: "silence", text: "silence" }, seconds, awaits: "nothing" }) as const;

  test("has waited only as long as the moment lasted", async () => {
    const { party } = scriptedParty([{ after: 10, act: { does: "hangUp" } }]);
    expect(await party.during({ ...MUSIC, seconds: 8 })).toEqual({ at: 8, does: "nothing" });
    party.interrupted?.(3);
    expect(await party.during(silence(60))).toEqual({ at: 7, does: "hangUp" });
  });

  test("has not done what it announced for later", async () => {
    const { party } = scriptedParty([{ after: 10, act: { does: "press", keys: "1" } }]);
    expect(await party.during(MUSIC)).toEqual({ at: 10, does: "press", keys: "1" });
    party.interrupted?.(4);
    expect(await party.during(silence(60))).toEqual({ at: 6, does: "press", keys: "1" });
  });

  test("has heard what it heard", async () => {
    const hears = parseHeardPattern("music");
    if (hears === undefined) throw new Error("no pattern");
    const script = scriptedParty([{ hears, act: { does: "hangUp" } }]);
    await script.party.during(MUSIC);
    script.party.interrupted?.(4);
    expect(await script.party.during(silence(60))).toEqual({ at: 0, does: "hangUp" });
    expect(script.failures([])).toEqual([]);
  });
});
