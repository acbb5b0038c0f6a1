import type { StrikesPolicy } from "../policy/line";
import type { Strikes } from "../policy/strikes";
import type { E164 } from "../telephony/e164";
import { type Change, changeItem, type Store } from "./change-item";
import type { SyncItem } from "./sync-gateway";

const DAY_SECONDS = 24 * 60 * 60;
/** @see https://www.twilio.com/docs/sync/objects-ttl */
const LONGEST_TTL_SECONDS = 365 * DAY_SECONDS;

/** Whose strikes change, and for how long they then count. */
export interface StrikesOf {
  readonly number: E164;
  readonly policy: StrikesPolicy;
  readonly known?: { readonly item: SyncItem | undefined };
}

/**
 * Changes a caller's strikes so that two calls at once never lose a count.
 * @throws SyncUnavailable when Sync gives no usable answer
 */
export async function changeStrikes(
  store: Store,
  { number, policy, known }: StrikesOf,
  change: (current: Strikes | undefined) => Strikes,
): Promise<{ readonly outcome: Change["outcome"]; readonly strikes: Strikes | undefined }> {
  const ttlSeconds = Math.min(policy.forgetAfterDays * DAY_SECONDS, LONGEST_TTL_SECONDS);
  const target = {
    map: "graylist",
    key: number,
    ttlSeconds,
    ...(known === undefined ? {} : { known }),
  } as const;
  const { outcome, data } = await changeItem(store, target, (current) => {
    const strikes = parseStrikes(current);
    const changed = change(strikes);
    return changed === strikes && current !== undefined ? current : { ...current, ...changed };
  });
  return { outcome, strikes: parseStrikes(data) };
}

/** The strikes in an item. A hand edit that is no count is a count of 0; what is no item at all is undefined. */
export function parseStrikes(data: Readonly<Record<string, unknown>> | undefined): Strikes | undefined {
  if (data === undefined) return undefined;
  const { unanswered, failed, lastCall, seen } = data;
  return {
    unanswered: parseCount(unanswered),
    failed: parseCount(failed),
    lastCall: typeof lastCall === "string" ? lastCall : "",
    seen: Array.isArray(seen) ? seen.filter((mark): mark is string => typeof mark === "string") : [],
  };
}

function parseCount(value: unknown): number {
  return typeof value === "number" && Number.isInteger(value) && value > 0 ? value : 0;
}
