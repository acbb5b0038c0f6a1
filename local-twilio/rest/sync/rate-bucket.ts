import {
  BURST_SECONDS,
  LARGE_WRITE_BYTES,
  LARGE_WRITE_COST,
  OPERATIONS_PER_SECOND,
  SMALL_WRITE_BYTES,
} from "./sync-limits";

const CAPACITY = OPERATIONS_PER_SECOND * BURST_SECONDS;

/** What an object's rate limit has left. It lives in the object's row, so it goes when the object goes. */
export class RateBucket {
  #tokens = CAPACITY;
  #at: number;

  /** @param now epoch milliseconds */
  constructor(now: number) {
    this.#at = now;
  }

  /** Takes `cost` tokens; false, and nothing taken, when there are too few. */
  take(now: number, cost = 1): boolean {
    const refill = (Math.max(0, now - this.#at) / 1000) * OPERATIONS_PER_SECOND;
    this.#tokens = Math.min(CAPACITY, this.#tokens + refill);
    this.#at = now;
    if (this.#tokens < cost) return false;
    this.#tokens -= cost;
    return true;
  }
}

/** Tokens that a write of so many bytes costs. */
export function writeCost(bytes: number): number {
  const share = (bytes - SMALL_WRITE_BYTES) / (LARGE_WRITE_BYTES - SMALL_WRITE_BYTES);
  return 1 + (LARGE_WRITE_COST - 1) * Math.min(1, Math.max(0, share));
}
