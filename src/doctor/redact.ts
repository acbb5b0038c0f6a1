import { COMMAND_NAMES, ENVIRONMENT_NAMES } from "../config/environment";
import type { Variables } from "../runtime/command-wiring";
import type { Finding } from "./finding";

const SECRETS = Object.entries({ ...ENVIRONMENT_NAMES, ...COMMAND_NAMES })
  .filter(([, { isSecret }]) => isSecret)
  .map(([name]) => name);
/** Shorter ones would tear holes into ordinary words. */
const SHORTEST = 6;

/** What takes every secret out of a finding: an error message may repeat what it was given. */
export function redact(variables: Variables): (finding: Finding) => Finding {
  const secrets = SECRETS.flatMap((name) => partsOf(variables[name] ?? ""))
    .filter(({ length }) => length >= SHORTEST)
    .sort((a, b) => b.length - a.length);
  const clean = (text: string) => secrets.reduce((rest, secret) => rest.replaceAll(secret, "***"), text);
  return ({ level, found, fix }) => ({
    level,
    found: clean(found),
    ...(fix === undefined ? {} : { fix: clean(fix) }),
  });
}

/** A URL's password is a secret of its own, as it is written and as it is meant. */
function partsOf(value: string): string[] {
  const password = /^\w+:\/\/[^:@/]*:([^@/]*)@/.exec(value)?.[1] ?? "";
  return [value, password, decoded(password)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
