import { refuseValue } from "./dotenv-text";
import { isEnvironmentVariable } from "./edit-environment";
import type { Checked, Question, Session } from "./question";

/** What takes away an answer that stands. */
const NOTHING = "-";

/** Checks an answer as a person gave it, also for whether `.env` can hold it. */
export async function checkAnswer(question: Question, text: string, session: Session): Promise<Checked> {
  const tidy = text.trim();
  if (tidy === NOTHING && question.isClearable) return { value: "" };
  const checked = await question.check(tidy, session);
  if ("problem" in checked || !isEnvironmentVariable(question.variable)) return checked;
  const refusal = refuseValue(checked.value);
  return refusal === undefined ? checked : { problem: refusal };
}
