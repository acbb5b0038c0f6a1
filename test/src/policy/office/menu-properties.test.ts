import fc from "fast-check";
import type { NextStep } from "../../../../src/policy/office/menu-ends";
import type { MenuFacts } from "../../../../src/policy/office/menu-facts";
import { MOST_TURNS, menuOf, renderMenuState } from "../../../../src/policy/office/menu-state";
import { menuStep } from "../../../../src/policy/office/menu-step";
import { LOCALES } from "../../../../src/policy/office/office";
import { OFFICE_MODES } from "../../../../src/policy/office/office-state";
import { parseMenuState } from "../../../../src/policy/office/parse-menu-state";
import { NOON } from "../samples";
import { hears, menuFacts } from "./menu-samples";

const HOUR = 60 * 60 * 1000;

const answers = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(..."0123456789*#", "") },
    fc.constantFrom("parts", "go back", "again", "finance", "operator", "the weather", "two"),
    fc.string(),
  ),
  { minLength: 1, maxLength: 80 },
);
const mode = fc.constantFrom(...OFFICE_MODES);
const facts: fc.Arbitrary<MenuFacts> = fc
  .record({
    tries: fc.integer({ min: 1, max: 5 }),
    operator: fc.constantFrom(undefined, "service", "bicycles"),
    languages: fc.shuffledSubarray([...LOCALES], { minLength: 1 }),
    languageBy: fc.constantFrom("choice" as const, "country" as const),
    canConnect: fc.boolean(),
    mayBeOwner: fc.boolean(),
    hours: fc.integer({ min: 0, max: 7 * 24 }),
    mode,
    departments: fc.dictionary(fc.constantFrom("service", "finance", "bicycles"), mode),
  })
  .map(({ tries, operator, languages, languageBy, hours, mode, departments, ...rest }) =>
    menuFacts({
      ...rest,
      office: { tries, operator, languages, languageBy },
      now: NOON + hours * HOUR,
      switch: { mode, departments },
    }),
  );

/** A call as the flow leads it: the state goes out as a text, and comes back. The answers are given again and again. */
function call(facts: MenuFacts, given: readonly string[]) {
  const { office, line } = facts;
  const taken: { readonly answer: string; readonly next: NextStep }[] = [];
  let next = menuStep(undefined, hears(""), facts);
  while (next.step.do === "ask" || next.step.do === "play" || next.step.do === "owner") {
    const state = parseMenuState(renderMenuState(next.state), { office, menu: line.menu });
    expect(state).toEqual(next.state);
    const answer = given[taken.length % given.length] ?? "";
    next = menuStep(state, hears(answer), facts);
    taken.push({ answer, next });
    if (taken.length > MOST_TURNS) throw new Error("asked more often than may be");
  }
  return { taken, last: next };
}

test("every call ends: with a department that is open or calls back, or a mailbox, and a word about it", () => {
  fc.assert(
    fc.property(facts, answers, (situation, given) => {
      const { step } = call(situation, given).last;
      if (step.do === "connect") {
        const callsBack = situation.office.departments[step.department]?.offersCallback;
        expect(situation.isOpen(step.department) || callsBack).toBe(true);
        expect(situation.canConnect).toBe(true);
      } else {
        expect(step).toMatchObject({ do: "voicemail", greeting: expect.stringMatching(/\S/) });
      }
    }),
  );
});

test("no menu is said to somebody who chooses nothing more often than the policy has it", () => {
  fc.assert(
    fc.property(facts, answers, (situation, given) => {
      const { taken } = call(situation, given);
      const { tries } = situation.office;
      for (const { next } of taken) {
        for (const misses of Object.values(next.state.misses)) expect(misses).toBeLessThanOrEqual(tries);
        if (next.step.do === "ask" && next.state.asked === "menu")
          expect(next.state.misses[menuOf(next.state)] ?? 0).toBeLessThan(tries);
      }
    }),
  );
});

test("silence gives up after exactly as many times as the policy has it", () => {
  fc.assert(
    fc.property(facts, (situation) => {
      const { taken, last } = call(situation, [""]);
      const asked = situation.office.languages.length > 1 && situation.office.languageBy === "choice" ? 1 : 0;
      expect(taken).toHaveLength(situation.office.tries + asked);
      expect(last.step).toMatchObject(
        last.step.do === "connect"
          ? { department: situation.office.operator }
          : { do: "voicemail", isExhausted: true },
      );
    }),
  );
});
