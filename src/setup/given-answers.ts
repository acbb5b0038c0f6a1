import { QUESTION_NAMES, type QuestionName } from "./question";
import { QUESTIONS } from "./questions";

/** An answer that came with the command, and from where, such as `--phone` or `AUTH_TOKEN`. */
export interface GivenAnswer {
  readonly text: string;
  readonly from: string;
}

/** Variables by name, as `process.env` has them. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** The answers in flags and environment. A flag counts more than a variable; an empty text is no answer. */
export function givenAnswers(
  flags: ReadonlyMap<QuestionName, string>,
  variables: Variables,
): Map<QuestionName, GivenAnswer> {
  return new Map(
    QUESTION_NAMES.flatMap((name) => {
      const { variable, otherVariables = [] } = QUESTIONS[name];
      const sources = [
        { from: `--${name}`, text: flags.get(name) },
        ...[variable, ...otherVariables].map((from) => ({ from, text: variables[from] })),
      ];
      const given = sources.flatMap(({ from, text = "" }) => (text.trim() === "" ? [] : [{ from, text }]))[0];
      return given === undefined ? [] : [[name, given] as const];
    }),
  );
}
