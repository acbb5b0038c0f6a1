import type { KeptEntry } from "../../lists/entry-change";
import { isData } from "../../lists/read-entry";
import { parseAllowEntry } from "../../store/parse-allow-entry";
import {
  type Locale,
  parseBlockEntry,
  parseForwardEntry,
  parsePatterns,
} from "../../store/parse-list-entries";
import { isE164 } from "../../telephony/e164";
import type { HandEdited } from "../facts/lists";

/** Whether a call that comes now passes an entry of a calls' list over: asked of the very code that reads it then. */
export function isIgnored(list: HandEdited, { key, data }: KeptEntry, locale: Locale): boolean {
  switch (list) {
    case "patterns":
      return parsePatterns({ [key]: data }, locale).malformed.length > 0;
    case "blocklist":
      return !isE164(key) || !isData(data) || parseBlockEntry(data, locale) === undefined;
    case "forwardlist":
      return !isE164(key) || !isData(data) || parseForwardEntry(data, locale) === undefined;
    case "allowlist":
      return !isE164(key) || !isData(data) || parseAllowEntry(data, locale) === undefined;
    default:
      return false;
  }
}
