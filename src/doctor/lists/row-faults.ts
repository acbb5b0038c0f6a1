import type { KeptEntry } from "../../lists/entry-change";
import { isData } from "../../lists/read-entry";
import { parseRecordingSid } from "../../telephony/sids";
import { callbackFaults } from "./callback-faults";
import { officeFaults } from "./office-faults";
import { vanityFaults } from "./vanity-faults";

/** The maps that Functions write, and the owner may edit, with no command for it. */
export const ROWS = ["voicemails", "outbox", "office", "callbacks", "vanity"] as const;
export type RowList = (typeof ROWS)[number];

/** What a hand edit made senseless of an item that Functions write: a clause each. @param timezone IANA name */
export function rowFaults(list: RowList, entry: KeptEntry, timezone: string): readonly string[] {
  switch (list) {
    case "voicemails":
      return recordingFaults(entry, ["callSid", "at"]);
    case "outbox":
      return recordingFaults(entry, []);
    case "office":
      return officeFaults(entry, timezone);
    case "callbacks":
      return callbackFaults(entry);
    case "vanity":
      return vanityFaults(entry);
  }
}

/** Without these it is no voicemail, or no entry of the outbox. */
function recordingFaults({ key, data }: KeptEntry, needed: readonly string[]): string[] {
  const missing = needed.filter((field) => !isData(data) || typeof data[field] !== "string");
  return [
    ...(parseRecordingSid(key) === undefined ? ["the key is not the SID of a recording"] : []),
    ...missing.map((field) => `"${field}" is missing`),
  ];
}
