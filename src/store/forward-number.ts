import type { E164 } from "../telephony/e164";
import { changeItem, type Store } from "./change-item";
import { type Locale, parseForwardEntry } from "./parse-list-entries";

const FOR_EVER = 0;

type Data = Readonly<Record<string, unknown>>;

/** Who is let through to which telephone: `note` says why, for the owner who reads the list. */
export interface Forwarding {
  readonly number: E164;
  readonly to: E164;
  readonly note: string;
  readonly locale: Locale;
}

/**
 * Lets a number through to a telephone, for good, whichever line it calls. False when others were faster for two seconds:
 * nothing is certain then. @throws SyncUnavailable when Sync gives no usable answer
 */
export async function forwardNumber(
  store: Store,
  { number, to, note, locale }: Forwarding,
): Promise<boolean> {
  const target = {
    map: "forwardlist",
    key: number,
    ttlSeconds: FOR_EVER,
    known: { item: undefined },
  } as const;
  const { outcome } = await changeItem(store, target, (current) => forwarded(current, { to, note, locale }));
  return outcome !== "lost";
}

/** What the owner wrote besides stays; what held for a time, or for some lines, now holds for good. */
function forwarded(current: Data | undefined, { to, note, locale }: Omit<Forwarding, "number">): Data {
  if (current === undefined) return { to, note };
  const entry = parseForwardEntry(current, locale);
  if (entry?.to === to && entry.until === undefined && entry.lines === undefined) return current;
  const { until: _until, lines: _lines, ...others } = current;
  return { ...others, to, note };
}
