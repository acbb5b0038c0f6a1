import { PassThrough } from "node:stream";
import type { Moment } from "../../local-twilio/voice/party";
import { humanParty, parseAnswer } from "../../simulator/human-party";
import { openLineReader } from "../../simulator/line-reader";

const say: Moment = { heard: { kind: "say", text: "Press 4 2 7" }, seconds: 6, awaits: "input" };
const gap: Moment = { heard: { kind: "silence", text: "silence" }, seconds: 5, awaits: "input" };

test.each<[string, string, ReturnType<typeof parseAnswer>]>([
  ["digits are pressed", "427#", { at: 0, does: "press", keys: "427#" }],
  ["words are spoken", "four two seven", { at: 0, does: "speak", text: "four two seven", seconds: 3 }],
  ["h hangs up", "H", { at: 0, does: "hangUp" }],
  ["Enter is silence", "  ", { at: 5, does: "nothing" }],
])("parseAnswer(): %s", (_sentence, answer, act) => {
  expect(parseAnswer(answer, 5)).toEqual(act);
});

test("humanParty() tells what is said once, and asks only when something is awaited in silence", async () => {
  const told: string[] = [];
  const questions: string[] = [];
  const party = humanParty({
    tell: (text) => void told.push(text),
    ask: async (question) => {
      questions.push(question);
      return "427";
    },
  });
  expect(await party.during(say)).toEqual({ at: 6, does: "nothing" });
  expect(await party.during({ ...say, seconds: 3 })).toEqual({ at: 3, does: "nothing" });
  expect(await party.during({ ...gap, awaits: "nothing" })).toEqual({ at: 5, does: "nothing" });
  expect(questions).toEqual([]);
  expect(await party.during(gap)).toEqual({ at: 0, does: "press", keys: "427" });
  expect(told).toEqual(['  "Press 4 2 7"']);
  expect(questions).toHaveLength(1);
});

test("humanParty() asks once for words, and again for more keys", async () => {
  const answers = ["four two seven", "4", "2"];
  const party = humanParty({ tell: () => undefined, ask: async () => answers.shift() });
  expect(await party.during(gap)).toMatchObject({ does: "speak" });
  expect(await party.during({ ...gap, seconds: 2 })).toEqual({ at: 2, does: "nothing" });
  await party.during(say);
  expect(await party.during(gap)).toMatchObject({ does: "press", keys: "4" });
  expect(await party.during({ ...gap, seconds: 4 })).toMatchObject({ does: "press", keys: "2" });
});

test("humanParty() ends a conversation whatever is answered, or waits until the other side does", async () => {
  const answers = ["w", ""];
  const party = humanParty({ tell: () => undefined, ask: async () => answers.shift() });
  const talk: Moment = {
    heard: { kind: "conversation", text: "conversation" },
    seconds: 40,
    awaits: "nothing",
  };
  expect(await party.during(talk)).toEqual({ at: 40, does: "nothing" });
  expect(await party.during(talk)).toEqual({ at: 5, does: "hangUp" });
});

test("humanParty() hangs up when nobody is there any more", async () => {
  const input = new PassThrough();
  const reader = openLineReader(input, new PassThrough());
  const act = humanParty(reader).during(gap);
  input.end();
  expect(await act).toEqual({ at: 0, does: "hangUp" });
  expect(await humanParty(reader).during(gap)).toEqual({ at: 0, does: "hangUp" });
});

test("openLineReader() keeps lines that are typed ahead", async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  const reader = openLineReader(input, output);
  input.write("one\ntwo\n");
  expect([await reader.ask("1? "), await reader.ask("2? ")]).toEqual(["one", "two"]);
  expect(String(output.read())).toBe("1? 2? ");
  reader.close();
});
