import { checkAnswer } from "./check-answer";
import type { Gathering } from "./gather-answers";
import { type Checked, QUESTION_NAMES, type Question, type QuestionName } from "./question";
import { QUESTIONS } from "./questions";
import type { Talk } from "./talk";

/** A gathering with somebody to ask. */
export interface Interview extends Gathering {
  readonly talk: Talk;
}

/** Asks every question that flags and environment have not answered, until each has an answer that is right. */
export async function interview(gathering: Interview): Promise<void> {
  const given = new Map(gathering.given);
  let open: readonly QuestionName[] = QUESTION_NAMES;
  for (let [name] = open; name !== undefined; [name] = open) {
    const back = await settle(name, { ...gathering, given });
    // What was given is taken once: whoever is sent back types.
    given.delete(name);
    open = back === undefined ? open.slice(1) : QUESTION_NAMES.slice(QUESTION_NAMES.indexOf(back));
  }
}

/** Settles one question. @returns the question to go back to, if any; perhaps itself */
async function settle(name: QuestionName, asked: Interview): Promise<QuestionName | undefined> {
  const { session, given, talk } = asked;
  const question = QUESTIONS[name];
  const answer = given.get(name);
  if (question.isOpen?.(session) === false && answer === undefined) return undefined;
  if (answer === undefined) return conclude(name, await ask(name, asked), asked);
  talk.tell(`\n${question.prompt}: ${question.isSecret ? "given" : answer.text} (${answer.from})`);
  return conclude(name, { text: answer.text, isKept: false }, asked);
}

interface Typed {
  readonly text: string;
  /** Whether it is what stands already. */
  readonly isKept: boolean;
}

async function ask(name: QuestionName, { session, talk, answers }: Interview): Promise<Typed> {
  const question = QUESTIONS[name];
  const kept = answers.get(name) || question.kept(session.house);
  const offered = kept ?? (await question.suggest?.(session));
  const choices = kept === undefined ? ((await question.choices?.(session)) ?? []) : [];
  talk.tell(`\n${[`${question.prompt}: ${helpOn(question, kept)}`, ...choices].join("\n  ")}`);
  const shown = offered === undefined ? "" : `[${question.isSecret ? "kept" : offered}] `;
  const typed = await (question.isSecret ? talk.askHidden(`${shown}> `) : talk.ask(`${shown}> `));
  if (typed.trim() !== "") return { text: typed, isKept: false };
  return { text: offered ?? "", isKept: kept !== undefined };
}

function helpOn({ help, without, isClearable }: Question, kept: string | undefined): string {
  if (kept !== undefined) return `${help} (Enter keeps it${isClearable ? ", - takes it away" : ""})`;
  return without === undefined ? help : `${help} (without: ${without})`;
}

async function conclude(
  name: QuestionName,
  { text, isKept }: Typed,
  asked: Interview,
): Promise<QuestionName | undefined> {
  const { session, answers, talk, note } = asked;
  const question = QUESTIONS[name];
  if (isKept && !question.checksKept?.(session)) return undefined;
  if (text === "") return missing(name, talk);
  if (question.asks !== undefined && !session.isOffline) talk.tell(`  asking ${question.asks} …`);
  const checked = await checkAnswer(question, text, session);
  if (!(await isTaken(checked, talk))) return "back" in checked ? (checked.back ?? name) : name;
  if ("value" in checked && !isKept) answers.set(name, checked.value);
  if ("doubt" in checked) note(name, `not checked: ${checked.doubt}`);
  if ("note" in checked && checked.note !== undefined) note(name, checked.note);
  return undefined;
}

function missing(name: QuestionName, talk: Talk): QuestionName | undefined {
  if (QUESTIONS[name].without !== undefined) return undefined;
  talk.tell("  this is needed to go on");
  return name;
}

async function isTaken(checked: Checked, talk: Talk): Promise<boolean> {
  if ("problem" in checked) talk.tell(`  ${checked.problem}`);
  if (!("doubt" in checked)) return !("problem" in checked);
  talk.tell(`  ${checked.doubt}`);
  const answer = await talk.ask("  Take it all the same, unchecked? [y/N] ");
  return /^y(es)?$/i.test(answer.trim());
}
