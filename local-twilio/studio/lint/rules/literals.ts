import type { State } from "../../flow";
import { isRecord } from "../../json";
import { textsOf } from "../flow-texts";
import type { LintRule } from "../lint-rule";

/** Credentials as providers write them, or under a name that says so. */
const SECRETS = [
  /(?<![0-9a-zA-Z])[0-9a-f]{32}(?![0-9a-f])/,
  /https?:\/\/[^/\s:@{]+:[^/\s@{]+@/,
  /\b[rsp]k_(live|test)_\w{8,}/,
  /\bSG\.[\w-]{16,}/,
  /\beyJ[\w-]{10,}\.[\w-]{10,}/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\b(Bearer|Basic)\s+[\w+/=.-]{16,}/i,
  /[?&](api_?key|(access_|auth_)?token|secret|password)=[^&#{\s]{6,}/i,
];
/** The words of a key whose value is not for everybody's eyes. */
const SECRET_WORDS: readonly string[] = [
  ...["password", "passwd", "passcode", "pin", "secret", "token", "apikey", "credential", "credentials"],
];
const SECRET_PROPERTY = /^(sip_password|sip_auth_password)$/;
const SID = /(?<![0-9A-Za-z])[A-Z]{2}(?!0{32})[0-9a-fA-F]{32}(?![0-9A-Za-z])/;
const PHONE_NUMBER =
  /(?<![\w+])(\+[1-9]\d{6,14}|\(?[2-9]\d{2}\)?[-. ]\d{3}[-. ]\d{4})(?!\w)|%2B[1-9]\d{6,14}(?!\d)/i;
/** Ten digits, or eleven with the 1, as North America dials them. */
const NATIONAL_NUMBER = /(?<![0-9A-Za-z.])1?[2-9]\d{2}[2-9]\d{6}(?![0-9A-Za-z])/;
const NUMBER_PROPERTY = /^(to|from|caller_id)$/;

/** SIDs, secrets and phone numbers belong to an account: they are filled in when the flow is deployed. */
export const literals: LintRule = {
  severity: "house",
  *check({ flow }) {
    const kindOfDescription = kindOf("description", flow.description ?? "");
    if (kindOfDescription !== undefined) yield { message: `description holds ${kindOfDescription}` };
    for (const state of flow.states)
      for (const { place, text } of everyTextOf(state)) {
        const kind = kindOf(place, text);
        if (kind !== undefined) yield { widget: state.name, message: `${place} holds ${kind}` };
      }
    for (const state of flow.states)
      for (const key of secretKeysOf(state))
        yield { widget: state.name, message: `${JSON.stringify(key)} is set to a secret` };
  },
};

/** Names and labels are exported and committed as all else. */
function* everyTextOf(state: State): Generator<{ readonly place: string; readonly text: string }> {
  yield { place: "name", text: state.name.replaceAll("_", " ") };
  yield* textsOf(state);
  for (const { conditions = [] } of state.transitions)
    for (const { friendly_name: label } of conditions) yield { place: "friendly_name", text: label };
}

function* secretKeysOf({ properties }: State): Generator<string> {
  for (const list of [properties.variables, properties.parameters]) {
    const listed: readonly unknown[] = Array.isArray(list) ? list : [];
    for (const one of listed) {
      const { key, value } = isRecord(one) ? one : {};
      if (typeof key !== "string" || typeof value !== "string") continue;
      if (value.trim() !== "" && !value.includes("{") && isSecretName(key)) yield key;
    }
  }
}

function isSecretName(key: string): boolean {
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/api[^a-z]?key/, "apikey");
  return words.split(/[^a-z]+/).some((word) => SECRET_WORDS.includes(word));
}

function kindOf(place: string, text: string): string | undefined {
  if (SECRETS.some((pattern) => pattern.test(text))) return "a secret";
  if (SECRET_PROPERTY.test(place) && text !== "" && !text.includes("{{")) return "a secret";
  if (SID.test(text)) return "a SID";
  const isNumber = NUMBER_PROPERTY.test(place) && /^[\d\s().-]{7,20}$/.test(text);
  if (isNumber || PHONE_NUMBER.test(text) || NATIONAL_NUMBER.test(text)) return "a phone number";
  // A split on what was dialled or keyed: a menu has short keys, a code that lets somebody in is longer.
  return place === "condition value" && /^\d{6,}$/.test(text.trim()) ? "a secret code" : undefined;
}
