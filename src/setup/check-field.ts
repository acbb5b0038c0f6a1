import { ConfigurationError } from "../config/problem";
import { readPolicy } from "../config/read-policy";
import { setJsonText } from "./json-text";
import type { Checked } from "./question";

/** A policy in which nothing is wrong. */
const SOUND = '{ "lines": { "+12125550100": { "ring": { "to": "+12125550123" } } } }';

/** A text checked by the policy's own rules for what stands at a path. */
export function checkedField(path: readonly string[], text: string): Exclude<Checked, { doubt: string }> {
  try {
    readPolicy(setJsonText(SOUND, path, text), "");
    return { value: text };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const [problem] = error.problems;
    return { problem: `found ${problem?.found}; allowed: ${problem?.allowed}` };
  }
}
