import type { KeptEntry } from "../../lists/entry-change";
import { isData } from "../../lists/read-entry";
import { parseRecordingSid } from "../../telephony/sids";

/** What a hand edit took from a voicemail, or an entry of the outbox, without which it is none: a clause each. */
export function rowFaults(list: "voicemails" | "outbox", { key, data }: KeptEntry): readonly string[] {
  const needed = list === "voicemails" ? ["callSid", "at"] : [];
  const missing = needed.filter((field) => !isData(data) || typeof data[field] !== "string");
  return [
    ...(parseRecordingSid(key) === undefined ? ["the key is not the SID of a recording"] : []),
    ...missing.map((field) => `"${field}" is missing`),
  ];
}
