import type { E164 } from "../telephony/e164";
import { changeItem, type Store } from "./change-item";
import { parseAllowEntry } from "./parse-allow-entry";
import type { Locale } from "./parse-list-entries";

const FOR_EVER = 0;

type Data = Readonly<Record<string, unknown>>;

/** How the number stands on the list: `note` says why, for the owner who reads it there. */
export interface Allowing {
  readonly number: E164;
  readonly note: string;
  readonly locale: Locale;
}

/**
 * Lets a number be called from the home's phone, for good. False when others were faster for two seconds: nothing is
 * certain then. @throws SyncUnavailable when Sync gives no usable answer
 */
export async function allowOutgoing(store: Store, { number, note, locale }: Allowing): Promise<boolean> {
  const target = { map: "allowlist", key: number, ttlSeconds: FOR_EVER, known: { item: undefined } } as const;
  const { outcome } = await changeItem(store, target, (current) => allowed(current, note, locale));
  return outcome !== "lost";
}

/**
 * What the list says besides stays, unless it makes no sense. Who was let in for a time, or on some lines, is not let in
 * for good by this: such an entry is then for outgoing calls.
 */
function allowed(current: Data | undefined, note: string, locale: Locale): Data {
  const entry = current && parseAllowEntry(current, locale);
  if (entry === undefined) return { person: "added by the owner", direction: "out", note };
  const { until: _until, lines: _lines, ...others } = { ...current };
  const isIn = entry.direction !== "out" && entry.until === undefined && entry.lines === undefined;
  return { ...others, direction: isIn ? "both" : "out", note };
}
