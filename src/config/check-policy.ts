import { type CountryCode, isCountryCode, parseE164 } from "../telephony/e164";
import { checkEvidence } from "./check-evidence";
import { checkHome } from "./check-home";
import { checkOffice } from "./check-office";
import { checkVanity } from "./check-vanity";
import { type PolicyProblem, valueAt } from "./explain-issue";
import { findRingCircles } from "./find-ring-circles";
import { formatFound } from "./problem";

type Path = readonly PropertyKey[];

/**
 * What only the whole file tells: whether its numbers are numbers of its country, lines are told apart, none rings itself,
 * no setting is without effect. It takes the raw file, so that these problems are listed beside those of its shape.
 */
export function checkPolicy(root: unknown): PolicyProblem[] {
  const country = countryOf(root);
  const lines = keysAt(root, ["lines"]);
  return [
    ...numberAt(root, ["owner", "phone"], country),
    ...lines.flatMap((key, index) => checkLine(root, key, { country, before: lines.slice(0, index) })),
    ...findRingCircles(root, lines, country),
    ...checkHome(root, lines, country),
    ...checkOffice(root, lines, country),
    ...checkVanity(root, lines, country),
    ...lines.flatMap((key) => checkEvidence(root, key)),
  ];
}

/** The country of a policy file, its default when it names none. */
function countryOf(root: unknown): CountryCode {
  const country = valueAt(root, ["country"]);
  return typeof country === "string" && isCountryCode(country) ? country : "US";
}

interface Surroundings {
  readonly country: CountryCode;
  readonly before: readonly string[];
}

function checkLine(root: unknown, key: string, { country, before }: Surroundings): PolicyProblem[] {
  const path = ["lines", key];
  const number = parseE164(key, country);
  if (number === undefined) return [notANumber(path, key, country), ...ringAt(root, path, country)];
  const twin = before.find((other) => parseE164(other, country) === number);
  const repeated = {
    path,
    found: formatFound(key),
    allowed: `each line once: ${formatFound(twin)} is the same number`,
  };
  return [
    ...(twin === undefined ? [] : [repeated]),
    ...ringAt(root, path, country),
    ...idleWithheld(root, path),
  ];
}

/** A line rings a telephone, or the home's phone. */
function ringAt(root: unknown, line: Path, country: CountryCode): PolicyProblem[] {
  const path = [...line, "ring", "to"];
  return valueAt(root, path) === "home" ? [] : numberAt(root, path, country);
}

/** `withheld` speaks through the rule of that name: without it the setting would silently do nothing. */
function idleWithheld(root: unknown, line: Path): PolicyProblem[] {
  const path = [...line, "withheld"];
  const setting = valueAt(root, path);
  const rules = valueAt(root, [...line, "rules"]);
  const isSpoken = rules === undefined || (Array.isArray(rules) && rules.includes("withheld"));
  if (isSpoken || (setting !== "reject" && setting !== "voicemail")) return [];
  return [
    {
      path,
      found: formatFound(setting),
      allowed: 'nothing here, or the rule "withheld" in this line\'s rules',
    },
  ];
}

function numberAt(root: unknown, path: Path, country: CountryCode): PolicyProblem[] {
  const text = valueAt(root, path);
  const isWrong = typeof text === "string" && text !== "" && parseE164(text, country) === undefined;
  return isWrong ? [notANumber(path, text, country)] : [];
}

function notANumber(path: Path, text: string, country: CountryCode): PolicyProblem {
  const allowed = `a full telephone number, such as +12125550123 (without + it is read as one of ${country})`;
  return { path, found: formatFound(text), allowed };
}

function keysAt(root: unknown, path: Path): readonly string[] {
  const value = valueAt(root, path);
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}
