import type { Account, AccountCredentials } from "../account/account";
import type { BookReport } from "../build/assets-report";
import { type AccountDesk, openAccountDesk } from "./account-desk";
import { advise } from "./advise";
import type { Change } from "./change";
import { type AnswerProblem, type Gathering, gatherAnswers } from "./gather-answers";
import type { SecretsToMake } from "./generated-secrets";
import type { GivenAnswer } from "./given-answers";
import { type House, readHouse } from "./house-files";
import { type ImportedContacts, importContacts } from "./import-contacts";
import { interview } from "./interview";
import { planSetup } from "./plan-setup";
import type { QuestionName, Session } from "./question";
import { QUESTIONS } from "./questions";
import type { Talk } from "./talk";
import { writeHouse } from "./write-house";

/** What a run of setup is given. */
export interface SetupInput {
  /** The project's root. */
  readonly folder: string;
  readonly given: ReadonlyMap<QuestionName, GivenAnswer>;
  /** Undefined when there is nobody to ask. */
  readonly talk: Talk | undefined;
  readonly isOffline: boolean;
  /** Whether files stay as they are. */
  readonly isDry: boolean;
  readonly secrets: SecretsToMake;
  readonly localTimezone: string;
  readonly openAccount: (credentials: AccountCredentials) => Account;
}

/** What a run of setup came to. */
export interface SetupOutcome {
  /** Answers that are missing or wrong: nothing was written then. */
  readonly problems: readonly AnswerProblem[];
  readonly changes: readonly Change[];
  /** The files that were written; none in a dry run. */
  readonly written: readonly string[];
  readonly notes: readonly string[];
  readonly contacts: BookReport | undefined;
}

/**
 * Asks for what is missing, checks every answer, and writes what changes by it.
 * @throws ConfigurationError for a policy that is not right, before anything is asked; AccountFailure; Interrupted
 */
export async function runSetup(input: SetupInput): Promise<SetupOutcome> {
  const house = readHouse(input.folder);
  const answers = new Map<QuestionName, string>();
  const notes: string[] = [];
  const session = openSession(input, house, answers);
  const note = (name: QuestionName, text: string) => {
    if (input.talk === undefined) notes.push(`${QUESTIONS[name].prompt}: ${text}`);
    else input.talk.tell(`  ${text}`);
  };
  const problems = await answered({ session, given: input.given, answers, note }, input.talk);
  if (problems.length > 0) return { problems, changes: [], written: [], notes, contacts: undefined };
  const contacts = await imported(session, answers.get("contacts"));
  const plan = planSetup({ house, answers, contacts: contacts?.bytes, secrets: input.secrets });
  const written = input.isDry ? [] : writeHouse(input.folder, plan);
  notes.push(...advise(house, answers));
  return { problems, changes: plan.changes, written, notes, contacts: contacts?.report };
}

async function answered(gathering: Gathering, talk: Talk | undefined): Promise<readonly AnswerProblem[]> {
  if (talk === undefined) return gatherAnswers(gathering);
  await Promise.race([interview({ ...gathering, talk }), talk.left]);
  return [];
}

async function imported(session: Session, file: string | undefined): Promise<ImportedContacts | undefined> {
  if (file === undefined) return undefined;
  const contacts = await importContacts(file, session);
  if ("problem" in contacts) throw new Error(`Cannot import contacts: ${contacts.problem}`);
  return contacts;
}

function openSession(input: SetupInput, house: House, answers: ReadonlyMap<QuestionName, string>): Session {
  const desk: AccountDesk = openAccountDesk(input.openAccount);
  const known = (name: QuestionName) => answers.get(name) ?? QUESTIONS[name].kept(house);
  const { isOffline, localTimezone } = input;
  return {
    ...{ house, isOffline, localTimezone, isTalk: input.talk !== undefined, known },
    profile: (authToken) => desk.profile({ accountSid: known("account-sid") ?? "", authToken }),
    numbers: async () => {
      const [accountSid, authToken] = [known("account-sid"), known("auth-token")];
      if (accountSid === undefined || authToken === undefined) return undefined;
      return desk.numbers({ accountSid, authToken });
    },
  };
}
