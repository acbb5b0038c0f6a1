import { checkAnswer } from "./check-answer";
import type { GivenAnswer } from "./given-answers";
import { type Checked, QUESTION_NAMES, type QuestionName, type Session } from "./question";
import { QUESTIONS } from "./questions";

/** An answer that is missing or wrong, when there is nobody to ask again. */
export interface AnswerProblem {
  readonly question: QuestionName;
  /** Undefined for a secret. */
  readonly flag?: string;
  readonly variable: string;
  readonly problem: string;
}

/** What answers come in to: the book of answers, and notes on them. */
export interface Gathering {
  readonly session: Session;
  readonly given: ReadonlyMap<QuestionName, GivenAnswer>;
  readonly answers: Map<QuestionName, string>;
  note(name: QuestionName, note: string): void;
}

/** Takes every answer that was given and what most people would answer, asking nobody. @returns all that is wrong */
export async function gatherAnswers(gathering: Gathering): Promise<AnswerProblem[]> {
  const problems: AnswerProblem[] = [];
  for (const name of QUESTION_NAMES) {
    const problem = await gather(name, gathering);
    if (problem !== undefined) problems.push(located(name, problem));
  }
  return problems;
}

async function gather(name: QuestionName, gathering: Gathering): Promise<string | undefined> {
  const { session, given } = gathering;
  const question = QUESTIONS[name];
  const answer = given.get(name);
  if (question.isOpen?.(session) === false && answer === undefined) return undefined;
  if (answer !== undefined) return take(name, answer.text, gathering);
  const kept = question.kept(session.house);
  if (kept !== undefined) return question.checksKept?.(session) ? check(name, kept, gathering) : undefined;
  const suggested = await question.suggest?.(session);
  if (suggested !== undefined) return take(name, suggested, gathering);
  return question.without === undefined ? `missing: ${question.prompt} (${question.help})` : undefined;
}

async function take(name: QuestionName, text: string, gathering: Gathering): Promise<string | undefined> {
  return check(name, text, { ...gathering, record: (value) => gathering.answers.set(name, value) });
}

/** What stands already is checked and not recorded: it is no new answer. */
async function check(
  name: QuestionName,
  text: string,
  { session, note, record }: Gathering & { readonly record?: (value: string) => void },
): Promise<string | undefined> {
  const checked = await checkAnswer(QUESTIONS[name], text, session);
  if (!("value" in checked) || "doubt" in checked) return problemOf(checked);
  record?.(checked.value);
  if (checked.note !== undefined) note(name, checked.note);
  return undefined;
}

function problemOf(checked: Exclude<Checked, { readonly note?: string }>): string {
  return "problem" in checked ? checked.problem : `${checked.doubt}; --offline takes it unchecked`;
}

function located(name: QuestionName, problem: string): AnswerProblem {
  const { variable, isSecret } = QUESTIONS[name];
  return { question: name, ...(isSecret ? {} : { flag: `--${name}` }), variable, problem };
}
