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
];
const SECRET_PROPERTY = /^(sip_password|sip_auth_password)$/;
const SID = /\b[A-Z]{2}(?!0{32})[0-9a-f]{32}\b/;
const PHONE_NUMBER = /(?<![\w+])(\+[1-9]\d{6,14}|\(?[2-9]\d{2}\)?[-. ]\d{3}[-. ]\d{4})(?!\w)/;
const NUMBER_PROPERTY = /^(to|from|caller_id)$/;

/** SIDs, secrets and phone numbers belong to an account: they are filled in when the flow is deployed. */
export const literals: LintRule = {
  severity: "house",
  *check({ flow }) {
    for (const state of flow.states)
      for (const { place, text } of textsOf(state)) {
        const kind = kindOf(place, text);
        if (kind !== undefined) yield { widget: state.name, message: `${place} holds ${kind}` };
      }
  },
};

function kindOf(place: string, text: string): string | undefined {
  if (SECRETS.some((pattern) => pattern.test(text))) return "a secret";
  if (SECRET_PROPERTY.test(place) && text !== "" && !text.includes("{{")) return "a secret";
  if (SID.test(text)) return "a SID";
  const isNumber = NUMBER_PROPERTY.test(place) && /^[\d\s().-]{7,20}$/.test(text);
  return isNumber || PHONE_NUMBER.test(text) ? "a phone number" : undefined;
}
