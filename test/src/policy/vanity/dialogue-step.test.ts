import fc from "fast-check";
import { LOCALES } from "../../../../src/policy/office/office";
import {
  MOST_MISSES,
  MOST_TURNS,
  renderVanityState,
  type VanityState,
} from "../../../../src/policy/vanity/dialogue-state";
import {
  type NextVanityStep,
  offersText,
  type VanityFacts,
  type VanityHeard,
  vanityStep,
} from "../../../../src/policy/vanity/dialogue-step";
import { parseVanityState } from "../../../../src/policy/vanity/parse-vanity-state";
import { TEXT_RESULTS, type TextResult } from "../../../../src/policy/vanity/text-result";
import { number, STRANGER } from "../samples";
import { vanityNumber } from "./vanity-samples";

const OTHER = number("42");
const LOCAL = vanityNumber("5550142");
const FACTS: VanityFacts = { caller: STRANGER, locale: "en", mayText: true };

/** An answer, as it is written here: a key, a number, a result of texting, or words for what is neither. */
type Answer = { key: string } | { dials: string } | { texted: TextResult | undefined };
const key = (pressed: string): Answer => ({ key: pressed });
const dials = (digits: string): Answer => ({ dials: digits });
const texted = (result: TextResult | undefined): Answer => ({ texted: result });

const NOTHING: VanityHeard = { key: "", hasDialled: false, number: undefined, texted: undefined };
function heard(answer: Answer): VanityHeard {
  if ("key" in answer) return { ...NOTHING, key: answer.key };
  if ("texted" in answer) return { ...NOTHING, texted: answer.texted };
  const found = [OTHER, LOCAL].find((each) => each === answer.dials);
  return { ...NOTHING, hasDialled: answer.dials !== "", number: found };
}

/** A call as the flow leads it, to its end: the state goes out as a text, and comes back. */
function call(answers: readonly Answer[], facts: VanityFacts = FACTS): readonly NextVanityStep[] {
  const steps = [vanityStep(undefined, NOTHING, facts)];
  for (const answer of answers) {
    const last = steps.at(-1);
    if (last?.step.do === "end") break;
    const state = last && parseVanityState(renderVanityState(last.state));
    expect(state).toEqual(last?.state);
    steps.push(vanityStep(state, heard(answer), facts));
  }
  return steps;
}
const last = (answers: readonly Answer[], facts?: VanityFacts) => call(answers, facts).at(-1)?.step;

test.each<[string, VanityFacts["caller"], object]>([
  ["with the caller's own number", STRANGER, { do: "tell", number: STRANGER }],
  ["with a question, of who shows no number", "withheld", { do: "ask", notice: "vanityWithheld" }],
  ["with a question, of who calls from no number", "odd", { do: "ask", notice: "vanityOddCaller" }],
])("a call begins %s", (_name, caller, step) => {
  expect(last([], { ...FACTS, caller })).toEqual(step);
});

/** Whoever is let go is told why. */
const NO_SUCH_END = { do: "end", notice: "vanityNoSuchNumber" };

// The keys that the issue of system 004's best relative names: again, another number, a text message.
test.each<[string, readonly Answer[], object]>([
  ["1 tells it again", [key("1")], { do: "tell", number: STRANGER }],
  ["2 asks for another number", [key("2")], { do: "ask" }],
  ["which is told", [key("2"), dials(OTHER)], { do: "tell", number: OTHER }],
  ["and told again", [key("2"), dials(OTHER), key("1")], { do: "tell", number: OTHER }],
  ["seven digits are told", [key("2"), dials(LOCAL)], { do: "tell", number: LOCAL }],
  ["no number is asked for again", [key("2"), dials("12")], { do: "ask", notice: "vanityNoSuchNumber" }],
  ["nothing is asked for again", [key("2"), dials("")], { do: "ask", notice: "vanityNothingDialled" }],
  ["3 sends a text message", [key("3")], { do: "text" }],
  ["it was sent", [key("3"), texted("sent")], { do: "choose", notice: "vanityTextSent" }],
  ["it was not", [key("3"), texted("stopped")], { do: "choose", notice: "vanityTextStopped" }],
  ["nobody knows", [key("3"), texted(undefined)], { do: "choose", notice: "vanityTextNotSent" }],
  ["one is enough", [key("3"), texted("sent"), key("3")], { do: "choose", notice: "noChoice" }],
  ["again after it", [key("3"), texted("sent"), key("1")], { do: "tell", number: STRANGER }],
  ["silence", [key("")], { do: "choose" }],
  ["a wrong key", [key("*")], { do: "choose", notice: "noChoice" }],
  ["two wrong keys", [key("9"), key("")], { do: "choose" }],
  ["three wrong keys", [key("9"), key(""), key("9")], { do: "end", notice: "noChoice" }],
  ["wrong keys not in a row", [key("9"), key(""), key("1"), key("9")], { do: "choose", notice: "noChoice" }],
  [
    "wrong keys after a number, however it was come by",
    [key("2"), dials("1"), dials(OTHER), key("9"), key("9")],
    { do: "choose", notice: "noChoice" },
  ],
  ["no number, three times", [key("2"), dials("1"), dials(""), dials("1")], NO_SUCH_END],
  ["silence to the end", [key(""), key(""), key("")], { do: "end" }],
])("%s", (_name, answers, step) => {
  expect(last(answers)).toEqual(step);
});

test("who may not have a text message is not offered one, and 3 is a wrong key", () => {
  const facts = { ...FACTS, mayText: false };
  expect(last([key("3")], facts)).toEqual({ do: "choose", notice: "noChoice" });
  const [first] = call([]);
  if (first === undefined) throw new Error("no step");
  expect([offersText(first.state, FACTS), offersText(first.state, facts)]).toEqual([true, false]);
  const after = call([key("3"), texted("not")]).at(-1);
  expect(after && offersText(after.state, FACTS)).toBe(false);
});

test("what became of a text message counts only where one was just asked for", () => {
  const told = call([]).at(-1)?.state;
  const stale: VanityHeard = { ...NOTHING, key: "1", texted: "sent" };
  expect(vanityStep(told, stale, FACTS).step).toEqual({ do: "tell", number: STRANGER });
});

const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constantFrom(..."1230*#", "").map(key),
  fc.constantFrom<string>(OTHER, LOCAL, "12", "").map(dials),
  fc.constantFrom(...TEXT_RESULTS, undefined).map(texted),
);
const anyFacts: fc.Arbitrary<VanityFacts> = fc.record({
  caller: fc.constantFrom<VanityFacts["caller"]>(STRANGER, "withheld", "odd"),
  locale: fc.constantFrom(...LOCALES),
  mayText: fc.boolean(),
});

test("every call ends in some twenty turns, whatever is answered, and texts at most once", () => {
  fc.assert(
    fc.property(fc.array(anyAnswer, { minLength: 1, maxLength: 40 }), anyFacts, (given, facts) => {
      const answers = Array.from(
        { length: MOST_TURNS },
        (_, index) => given[index % given.length] ?? key(""),
      );
      const steps = call(answers, facts).map(({ step }) => step.do);
      expect(steps).toContain("end");
      expect(steps.filter((name) => name === "text").length).toBeLessThanOrEqual(facts.mayText ? 1 : 0);
    }),
  );
});

test("who says nothing hears three questions, and the end", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const steps = call(Array(MOST_MISSES).fill(key("")), facts).map(({ step }) => step.do);
      expect(steps.indexOf("end")).toBe(MOST_MISSES);
    }),
  );
});

describe("a state that is none of ours begins the call again", () => {
  const good: VanityState = {
    asked: "key",
    locale: "en",
    number: OTHER,
    isTexted: false,
    misses: 0,
    turn: 3,
  };
  test.each<[string, unknown]>([
    ["another question", { ...good, asked: "pin" }],
    ["a language that we do not speak", { ...good, locale: "de" }],
    ["a number that is none", { ...good, number: "+1" }],
    ["no number, when one was told", { ...good, number: undefined }],
    ["more turns than there are", { ...good, turn: MOST_TURNS + 1 }],
    ["no turn", { ...good, turn: 0 }],
    ["half a turn", { ...good, turn: 1.5 }],
    ["a count below nothing", { ...good, misses: -1 }],
    ["a word for yes", { ...good, isTexted: "yes" }],
    ["a list", [good]],
    ["null", null],
    ["much more than a state", { ...good, more: "x".repeat(600) }],
  ])("%s", (_name, value) => {
    expect(parseVanityState(JSON.stringify(value))).toBeUndefined();
  });
  test("any text at all", () => {
    expect(parseVanityState(renderVanityState(good))).toEqual(good);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parseVanityState(text)).toBeUndefined();
      }),
    );
  });
});
