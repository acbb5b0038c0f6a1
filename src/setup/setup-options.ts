import { parseArgs } from "node:util";
import { QUESTION_NAMES, type QuestionName } from "./question";
import { QUESTIONS } from "./questions";

/** What the words after `npm run setup --` ask for. */
export interface SetupOptions {
  readonly flags: ReadonlyMap<QuestionName, string>;
  readonly isTokenPiped: boolean;
  readonly isAnew: boolean;
  readonly isOffline: boolean;
  readonly isSilent: boolean;
  readonly isDry: boolean;
  readonly isJson: boolean;
  readonly isHelp: boolean;
}

/** How the command is used. */
export const SETUP_HELP = `npm run setup [-- options]
Asks for what Gatehouse needs to know, checks each answer, and writes .env, assets/gatehouse.private.json and
assets/contacts.private.vcf. What is not answered anew stays as it is. An answer is taken from a flag or a variable:
${QUESTION_NAMES.map(helpLine).join("\n")}
  --auth-token-stdin     reads the auth token from the first line of the input
  --new-secrets          makes CHALLENGE_SECRET, LINK_SECRET and CONSOLE_SECRET anew: links in mails sent so far
                         end, and everybody signs in to the web console again
  --offline              asks neither Twilio nor the mail server whether answers are right
  --no-input             asks nothing, as without a terminal: what is missing is listed
  --dry-run              shows what would be written
  --json                 prints one document and nothing else; asks nothing
Exit code 0, 2 when an answer is missing or wrong (nothing is written then), 130 when interrupted.`;

function helpLine(name: QuestionName): string {
  const { variable, prompt, isSecret } = QUESTIONS[name];
  const flag = isSecret ? "" : `--${name} …`;
  return `  ${flag.padEnd(22)} ${variable.padEnd(19)} ${prompt}`;
}

const FLAG = { type: "boolean", default: false } as const;
const ANSWER = { type: "string" } as const;

/** @throws Error that repeats no value: it may be a secret in the wrong place */
export function readSetupOptions(words: readonly string[]): SetupOptions {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      ...{ "account-sid": ANSWER, "auth-token": ANSWER, line: { ...ANSWER, multiple: true }, phone: ANSWER },
      ...{ name: ANSWER, email: ANSWER, country: ANSWER, timezone: ANSWER },
      ...{ "smtp-url": ANSWER, "mail-from": ANSWER, contacts: ANSWER, home: ANSWER },
      ...{ "auth-token-stdin": FLAG, "new-secrets": FLAG, offline: FLAG, "no-input": FLAG },
      ...{ "dry-run": FLAG, json: FLAG, help: { ...FLAG, short: "h" } },
    },
  });
  if (positionals.length > 0)
    throw new Error("Cannot set up: a word stands where a flag should; put values with spaces in quotes");
  const flags = flagsIn({ ...values, line: values.line?.join(",") });
  return {
    flags,
    isTokenPiped: values["auth-token-stdin"],
    isAnew: values["new-secrets"],
    isOffline: values.offline,
    isSilent: values["no-input"],
    isDry: values["dry-run"],
    isJson: values.json,
    isHelp: values.help,
  };
}

function flagsIn(
  values: Readonly<Record<string, string | boolean | undefined>>,
): ReadonlyMap<QuestionName, string> {
  return new Map(
    QUESTION_NAMES.flatMap((name) => {
      const value = values[name];
      if (typeof value !== "string") return [];
      if (QUESTIONS[name].isSecret) throw new Error(refusal(name));
      return [[name, value] as const];
    }),
  );
}

/** Any user of the machine reads the arguments of every command. */
function refusal(name: QuestionName): string {
  const ways = name === "auth-token" ? ", or pipe it to --auth-token-stdin" : "";
  return `Refused --${name}: the list of processes would show it. Set ${QUESTIONS[name].variable} in the environment${ways}`;
}
