import type { E164 } from "../telephony/e164";
import type { Allowing } from "./allow-outgoing";
import { changeItem, type Store } from "./change-item";
import { parseAllowEntry } from "./parse-allow-entry";
import type { Locale } from "./parse-list-entries";

const FOR_EVER = 0;

type Data = Readonly<Record<string, unknown>>;

/**
 * Lets a number ring the home's phone: on the allow list for good, and off the block list. What the list says of it
 * besides stays, unless it makes no sense: such an entry lets nobody ring. False when others were faster for two seconds:
 * nothing is certain then. @throws SyncUnavailable when Sync gives no usable answer
 */
export async function allowNumber(store: Store, { number, note, locale }: Allowing): Promise<boolean> {
  const target = { map: "allowlist", key: number, ttlSeconds: FOR_EVER } as const;
  const { outcome } = await changeItem(store, target, (current) => allowed(current, note, locale));
  if (outcome === "lost") return false;
  await store.sync.removeItem("blocklist", number);
  return true;
}

/** An entry without a direction counts both ways already. Who could be called for a time is not called for good by this. */
function allowed(current: Data | undefined, note: string, locale: Locale): Data {
  const entry = current && parseAllowEntry(current, locale);
  if (current === undefined || entry === undefined) return { person: "", direction: "in", note };
  const isForGood = entry.until === undefined && entry.lines === undefined;
  if (isForGood && entry.direction !== "out") return current;
  const { until: _until, lines: _lines, ...others } = current;
  return { ...others, direction: isForGood ? "both" : "in", note };
}

/**
 * Refuses a number on all lines, for good. False when others were faster for two seconds: nothing is certain then.
 * @param note why, for the owner who reads the list @throws SyncUnavailable when Sync gives no usable answer
 */
export async function blockNumber(store: Store, number: E164, note: string): Promise<boolean> {
  const target = { map: "blocklist", key: number, ttlSeconds: FOR_EVER } as const;
  const { outcome } = await changeItem(store, target, (current) => blocked(current, note));
  return outcome !== "lost";
}

function blocked(current: Data | undefined, note: string): Data {
  if (current === undefined) return { note };
  const { until, lines, ...others } = current;
  return until === undefined && lines === undefined ? current : { ...others, note };
}
