import type { PinAttempts, SeenTry } from "../policy/home/pin-attempts";
import { changeItem, type Store } from "./change-item";
import { parseInstant } from "./parse-home-state";
import type { SyncGateway } from "./sync-gateway";

/** The item of the map `home` that counts tries at the owner's PIN. Taking it out in the Sync console ends a lock-out. */
export const OWNER_PIN_KEY = "owner-pin";

/** Else a lock-out, and what lengthens the next one, would be forgotten. */
const FOR_EVER = 0;

/**
 * Changes what is remembered of tries at the owner's PIN; tries at the same moment all count. False when that was lost:
 * nothing was written then. @throws SyncUnavailable when Sync gives no usable answer
 */
export async function changePinAttempts(
  store: Store,
  change: (current: PinAttempts) => PinAttempts,
): Promise<boolean> {
  const target = { map: "home", key: OWNER_PIN_KEY, ttlSeconds: FOR_EVER } as const;
  const { outcome } = await changeItem(store, target, (current = {}) => {
    const attempts = parsePinAttempts(current);
    const changed = change(attempts);
    return changed === attempts ? current : renderPinAttempts(changed);
  });
  return outcome !== "lost";
}

/** What is remembered of tries at the owner's PIN. @throws SyncUnavailable */
export async function readPinAttempts(sync: SyncGateway): Promise<PinAttempts> {
  return parsePinAttempts((await sync.readItem("home", OWNER_PIN_KEY))?.data ?? {});
}

/** What an item holds. A hand edit that is no count is a count of 0, one that is no instant counts as left out. */
export function parsePinAttempts(data: Readonly<Record<string, unknown>>): PinAttempts {
  const lockedUntil = parseInstant(data.lockedUntil);
  const lastTry = parseInstant(data.lastTry);
  return {
    tries: parseCount(data.tries),
    lockouts: parseCount(data.lockouts),
    ...(lockedUntil === undefined ? {} : { lockedUntil }),
    ...(lastTry === undefined ? {} : { lastTry }),
    seen: Array.isArray(data.seen) ? data.seen.flatMap(parseSeen) : [],
  };
}

function renderPinAttempts({ lockedUntil, lastTry, seen, ...counts }: PinAttempts) {
  return {
    ...counts,
    ...(lockedUntil === undefined ? {} : { lockedUntil: new Date(lockedUntil).toISOString() }),
    ...(lastTry === undefined ? {} : { lastTry: new Date(lastTry).toISOString() }),
    seen: seen.map(({ mark, result }) => `${mark}:${result}`),
  };
}

function parseCount(value: unknown): number {
  return typeof value === "number" && Number.isInteger(value) && value > 0 ? value : 0;
}

function parseSeen(value: unknown): SeenTry[] {
  const [, mark, ending] = /^(CA[0-9a-f]{32}:\d+):(\w+)$/.exec(typeof value === "string" ? value : "") ?? [];
  const result = RESULTS.find((each) => each === ending);
  return mark === undefined || result === undefined ? [] : [{ mark, result }];
}

const RESULTS = ["open", "right", "wrong"] as const;
