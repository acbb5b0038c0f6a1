import type { Admin } from "../policy/console";
import type { Home } from "../policy/home/home";
import type { Line, Policy, RuleName } from "../policy/line";
import { promptIn } from "../policy/office/prompts/prompt-in";
import { type E164, parseE164 } from "../telephony/e164";
import { checkPolicy } from "./check-policy";
import { compileHome } from "./compile-home";
import { compileOffice } from "./compile-office";
import { compileAdmins, compileVanity } from "./compile-vanity";
import { DEFAULT_TEXTS } from "./default-texts";
import { explainIssue, type PolicyProblem } from "./explain-issue";
import { type JsonDocument, parseJson } from "./parse-json";
import { type PolicyFile, policySchema } from "./policy-schema";
import { RULE_PRESETS, SCREEN_WITHHELD } from "./presets";
import { ConfigurationError, formatPath, type Problem } from "./problem";

type LineFile = PolicyFile["lines"][string];

/** A line whose contacts are still the vCard file that the owner named; undefined for the default one. */
export interface UncompiledLine extends Omit<Line, "contacts"> {
  readonly contacts: string | undefined;
}

/** The policy with every default filled in and every number in E.164, before the address books are compiled. */
export interface UncompiledPolicy extends Omit<Policy, "lines"> {
  /** Who may sign in to the web console. */
  readonly admins: readonly Admin[];
  readonly lines: Readonly<Record<string, UncompiledLine>>;
  /** The line of the file, from 1, at a path of the policy file. */
  readonly lineOf: JsonDocument["lineOf"];
  /** How the owner has written a line's number. */
  readonly keyOf: (number: E164) => string;
  /** The parts of Gatehouse that the owner has asked for besides screened lines. */
  readonly has: { readonly home: boolean; readonly console: boolean };
}

/**
 * Reads the text of a policy file.
 * @param file its name, for messages
 * @throws ConfigurationError with every problem of the file
 */
export function readPolicy(text: string, file: string): UncompiledPolicy {
  const document = parseJson(text);
  if ("fix" in document) {
    const { line, column, fix } = document;
    throw new ConfigurationError([{ file, line, column, allowed: `not valid JSON: ${fix}` }]);
  }
  const result = policySchema.safeParse(document.value);
  const issues = result.error?.issues ?? [];
  const found = [
    ...issues.flatMap((issue) => explainIssue(issue, document.value)),
    ...checkPolicy(document.value),
  ];
  const problems = found.map((problem) => located(problem, file, document));
  if (result.data === undefined || problems.length > 0) throw new ConfigurationError(problems.sort(byLine));
  return compiled(result.data, document);
}

function located({ path, found, allowed }: PolicyProblem, file: string, document: JsonDocument): Problem {
  return { file, line: document.lineOf(path), path: formatPath(path), found, allowed };
}

function byLine(a: Problem, b: Problem): number {
  return (a.line ?? 0) - (b.line ?? 0);
}

function compiled(file: PolicyFile, { lineOf }: JsonDocument): UncompiledPolicy {
  const { country, timezone, owner } = file;
  const phone = owner.phone === undefined ? undefined : parseE164(owner.phone, country);
  const home = file.home === undefined ? undefined : compileHome(file, file.home);
  const office = file.office === undefined ? undefined : compileOffice(file, file.office);
  const lines = Object.entries(file.lines)
    .map(([key, line]) => compiledLine(key, line, file))
    .map((line) => (home === undefined ? line : withCallbacks(line, home)));
  return {
    country,
    timezone,
    owner: { name: owner.name, ...(phone && { phone }), ...emailOf(owner) },
    lines: Object.fromEntries(lines.map((line) => [line.number, line])),
    ...(home && { home }),
    ...(office && { office }),
    ...(file.reputation && { reputation: file.reputation }),
    ...(file.vanity && { vanity: compileVanity(file.vanity, country) }),
    admins: compileAdmins(file),
    lineOf,
    keyOf: (number) => Object.keys(file.lines).find((key) => parseE164(key, country) === number) ?? number,
    has: { home: home !== undefined, console: file.console !== undefined || file.vanity?.page === true },
  };
}

function compiledLine(key: string, line: LineFile, { country, owner, office }: PolicyFile): UncompiledLine {
  const number = numberIn(key, country);
  const { challenge, strikes, withheld, message, menu, contacts } = line;
  const { attestation, neighbour, impossible, country: countries, callername } = line;
  const greeting = line.voicemail.greeting ?? inFirst(office, "leaveMessage", DEFAULT_TEXTS.greeting);
  return {
    number,
    name: line.name ?? number,
    rules: rulesOf(line),
    ring: { to: line.ring.to === "home" ? "home" : numberIn(line.ring.to, country) },
    voicemail: { greeting, ...emailOf(owner), ...emailOf(line.voicemail) },
    challenge: {
      ...challenge,
      namePrompt: challenge.namePrompt ?? inFirst(office, "askName", DEFAULT_TEXTS.namePrompt),
      failed: challenge.failed ?? textBefore(challenge.onFail, DEFAULT_TEXTS.failed),
      locked: challenge.locked ?? textBefore(strikes.then, DEFAULT_TEXTS.locked),
    },
    ...{ strikes, withheld, message, menu },
    evidence: { attestation, neighbour, impossible, country: countries, callername },
    contacts,
  };
}

/** What a line's callers hear is in the office's first language, where it speaks another than English first. */
function inFirst(office: PolicyFile["office"], prompt: "leaveMessage" | "askName", english: string): string {
  const [language = "en"] = office?.languages ?? [];
  return language === "en" ? english : promptIn(language, prompt);
}

/** Without rules of its own, a line that says what withheld callers get has the rule that gives it to them. */
function rulesOf({ rules, withheld }: LineFile): readonly RuleName[] {
  if (rules === undefined) return withheld === "challenge" ? RULE_PRESETS.screen : SCREEN_WITHHELD;
  return typeof rules === "string" ? RULE_PRESETS[rules] : rules;
}

/**
 * Whoever calls back after an emergency call rings the home's phone, before any other rule is asked, on every line that may
 * be called back or rings by the allow list; unless the owner has put the rule elsewhere.
 */
function withCallbacks(line: UncompiledLine, { callerId }: Home): UncompiledLine {
  const { rules, number } = line;
  const isConcerned = number === callerId || rules.includes("allowlist");
  return isConcerned && !rules.includes("callbacks") ? { ...line, rules: ["callbacks", ...rules] } : line;
}

/** A number that the checks have let pass. */
function numberIn(text: string, country: string): E164 {
  const number = parseE164(text, country);
  if (number === undefined) throw new TypeError(`Cannot read policy: ${text} is not a telephone number`);
  return number;
}

/** An absent address stays absent: no key, in the compiled policy, is undefined. */
function emailOf({ email }: { readonly email?: string | undefined }): { readonly email?: string } {
  return email === undefined ? {} : { email };
}

/** Nobody says goodbye to a caller who is then asked for a message. */
function textBefore(next: "end" | "reject" | "voicemail", text: string): string {
  return next === "voicemail" ? DEFAULT_TEXTS.messageInstead : text;
}
