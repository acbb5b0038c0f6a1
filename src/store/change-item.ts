import type { SyncMapName } from "./maps";
import { insist, type Patience } from "./patience";
import { type SyncGateway, type SyncItem, SyncUnavailable } from "./sync-gateway";

/** Sync, and how to bear with it. */
export interface Store extends Patience {
  readonly sync: SyncGateway;
}

/** Which item to change, and how long it then lives. */
export interface Target {
  readonly map: SyncMapName;
  readonly key: string;
  /** 0: for ever. */
  readonly ttlSeconds: number;
  /** What was read of it a moment ago (`item` undefined: nothing was there); left out: it is read first. */
  readonly known?: { readonly item: SyncItem | undefined };
}

type Data = Readonly<Record<string, unknown>>;

/** `lost`: others were faster, or Sync was overrun, for two seconds. `item`: as it then was, for a change that follows. */
export interface Change {
  readonly outcome: "written" | "unchanged" | "lost";
  readonly data: Data | undefined;
  readonly item?: SyncItem | undefined;
}

/** How long one change may go on, in real milliseconds: a caller waits. */
const BUDGET_MS = 2000;

/**
 * Changes one Map Item, or makes it, without losing what others write at the same time: the write says which revision
 * it is based on (or that there must be none), and begins again when that is no longer so. Giving back the very data
 * that was there writes nothing.
 * @throws SyncUnavailable when Sync gives no usable answer
 */
export async function changeItem(
  store: Store,
  target: Target,
  change: (current: Data | undefined) => Data,
): Promise<Change> {
  const { sync } = store;
  let known = target.known;
  let current: Data | undefined;
  const changed = await insist(store, BUDGET_MS, async (isLate): Promise<Change | undefined> => {
    const item = known ? known.item : await sync.readItem(target.map, target.key);
    known = undefined;
    current = item?.data;
    const data = change(current);
    if (data === current) return { outcome: "unchanged", data, item };
    // Told as lost, it must not come true later, when the call has gone on.
    if (isLate()) return undefined;
    const result = await write(sync, target, item, data);
    if (result.outcome === "throttled") known = { item };
    return result.outcome === "written" ? { outcome: "written", data, item: result.item } : undefined;
  });
  return changed ?? { outcome: "lost", data: current };
}

async function write(
  sync: SyncGateway,
  { map, key, ttlSeconds }: Target,
  item: SyncItem | undefined,
  data: Data,
) {
  if (item !== undefined) return sync.updateItem(map, key, data, { revision: item.revision, ttlSeconds });
  const result = await sync.createItem(map, key, data, ttlSeconds);
  // Nothing can be missing where an item is made, but its map: no patience helps.
  if (result.outcome === "missing") throw new SyncUnavailable(404);
  return result;
}
