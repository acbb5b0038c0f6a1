import { changeItem, type Store } from "./change-item";
import type { SyncMapName } from "./maps";

type Data = Readonly<Record<string, unknown>>;

const HOUR_SECONDS = 60 * 60;
const HOUR_MS = HOUR_SECONDS * 1000;

/** `full`: no more of it in this hour. `lost`: it could not be counted, so it may not be paid for. */
export type Count = "counted" | "full" | "lost";

/** The item that counts, and how many of what it counts there may be in an hour. */
export interface Counter {
  readonly map: SyncMapName;
  readonly key: string;
  readonly cap: number;
}

/**
 * Counts what costs money before it is done, so that there are never more than `cap` in an hour of UTC, however many calls
 * come at once. @throws SyncUnavailable when Sync gives no usable answer
 */
export async function countInHour(store: Store, { map, key, cap }: Counter, now: Date): Promise<Count> {
  if (cap <= 0) return "full";
  const target = { map, key, ttlSeconds: 2 * HOUR_SECONDS } as const;
  const { outcome } = await changeItem(store, target, (current = {}) => countOneMore(current, now, cap));
  return COUNTS[outcome];
}

const COUNTS = { written: "counted", unchanged: "full", lost: "lost" } as const;

/** Gives back the very data when the hour is full. */
function countOneMore(current: Data, now: Date, cap: number): Data {
  const hour = laterHour(current.hour, now);
  const count = current.hour === hour ? parseCount(current.count) : 0;
  return count >= cap ? current : { hour, count: count + 1 };
}

/** Of two Functions whose clocks differ at the turn of an hour neither begins the earlier hour anew. */
function laterHour(counted: unknown, now: Date): string {
  const next = hourOf(now.getTime() + HOUR_MS);
  return counted === next ? next : hourOf(now.getTime());
}

/** `2026-01-05T15`, as it stands in the item. */
const hourOf = (instant: number): string => new Date(instant).toISOString().slice(0, 13);

function parseCount(value: unknown): number {
  return typeof value === "number" && Number.isInteger(value) && value > 0 ? value : 0;
}
