import type { Usage } from "../policy/home/usage";
import { type Change, changeItem, type Store } from "./change-item";
import type { SyncItem } from "./sync-gateway";

const DAY_SECONDS = 24 * 60 * 60;
/** Long enough that a call which began before midnight finds the item that it was granted from. */
const TTL_SECONDS = 3 * DAY_SECONDS;

type Data = Readonly<Record<string, unknown>>;

/** The day, `YYYY-MM-DD`, whose usage changes, and what was read of it a moment ago. */
export interface UsageOf {
  readonly day: string;
  readonly known?: { readonly item: SyncItem | undefined };
}

/** The key of a day's usage in the map `home`. */
export function usageKey(day: string): string {
  return `usage-${day}`;
}

/**
 * Changes what the calls of a day have taken, so that two calls at once never lose what the other was granted. Giving
 * back the very usage writes nothing. @throws SyncUnavailable when Sync gives no usable answer
 */
export async function changeUsage(
  store: Store,
  { day, known }: UsageOf,
  change: (usage: Usage) => Usage,
): Promise<Change["outcome"]> {
  const target = {
    map: "home",
    key: usageKey(day),
    ttlSeconds: TTL_SECONDS,
    ...(known && { known }),
  } as const;
  const { outcome } = await changeItem(store, target, (current) => {
    const usage = parseUsage(current);
    const changed = change(usage);
    return current !== undefined && changed === usage ? current : { ...current, ...changed };
  });
  return outcome;
}

/** The usage in an item; nothing is used where there is none. What the owner's hand has made senseless counts nothing. */
export function parseUsage(data: Data = {}): Usage {
  const calls = isData(data.calls) ? data.calls : {};
  return {
    calls: Object.fromEntries(Object.entries(calls).flatMap(([sid, call]) => parseCall(sid, call))),
    earlier: parseSeconds(data.earlier) ?? 0,
  };
}

function parseCall(sid: string, call: unknown): [string, { granted: number; seconds?: number }][] {
  if (!isData(call)) return [];
  const seconds = parseSeconds(call.seconds);
  return [[sid, { granted: parseSeconds(call.granted) ?? 0, ...(seconds === undefined ? {} : { seconds }) }]];
}

function parseSeconds(value: unknown): number | undefined {
  return typeof value === "number" && value >= 0 && Number.isFinite(value) ? value : undefined;
}

function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
