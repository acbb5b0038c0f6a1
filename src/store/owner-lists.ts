import type { E164 } from "../telephony/e164";
import { changeItem, type Store } from "./change-item";

const FOR_EVER = 0;

type Data = Readonly<Record<string, unknown>>;

/**
 * Lets a number ring the home's phone: on the allow list for good, and off the block list. What the list says of it
 * besides stays. False when others were faster for two seconds: nothing is certain then.
 * @param note why, for the owner who reads the list @throws SyncUnavailable when Sync gives no usable answer
 */
export async function allowNumber(store: Store, number: E164, note: string): Promise<boolean> {
  const target = { map: "allowlist", key: number, ttlSeconds: FOR_EVER } as const;
  const { outcome } = await changeItem(store, target, (current) => allowed(current, note));
  if (outcome === "lost") return false;
  await store.sync.removeItem("blocklist", number);
  return true;
}

/** An entry without a direction counts both ways already. */
function allowed(current: Data | undefined, note: string): Data {
  if (current === undefined) return { person: "", direction: "in", note };
  const { until, lines, ...others } = current;
  const direction = ALLOWING[String(current.direction ?? "both")] ?? "in";
  const isAllowed = until === undefined && lines === undefined && direction === (current.direction ?? "both");
  return isAllowed ? current : { ...others, direction, note };
}

const ALLOWING: Readonly<Record<string, string>> = { in: "in", out: "both", both: "both" };

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
