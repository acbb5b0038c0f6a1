import { lowerBound } from "../paging";

/** Rows by key that are gone from their `dateExpires` (epoch milliseconds) on; expired ones are dropped for good. */
export class ExpiringTable<Row extends { readonly dateExpires: number | undefined }> {
  readonly #rows = new Map<string, Row>();
  #keys: string[] | undefined;
  #nextExpiry = Number.POSITIVE_INFINITY;

  find(key: string, now: number): Row | undefined {
    this.#dropExpired(now);
    return this.#rows.get(key);
  }

  /** Stores a row, or puts it in place of the one with the same key. */
  put(key: string, row: Row): void {
    if (!this.#rows.has(key)) this.#insertKey(key);
    this.#rows.set(key, row);
    if (row.dateExpires !== undefined) this.#nextExpiry = Math.min(this.#nextExpiry, row.dateExpires);
  }

  remove(key: string): void {
    if (this.#rows.delete(key)) this.#keys = undefined;
  }

  /** Every row, in the order of the keys' UTF-16 code units. */
  inOrder(now: number): readonly Row[] {
    this.#dropExpired(now);
    this.#keys ??= [...this.#rows.keys()].sort();
    return this.#keys.flatMap((key) => this.#rows.get(key) ?? []);
  }

  #insertKey(key: string): void {
    if (this.#keys === undefined) return;
    const at = lowerBound(this.#keys, (other) => other > key);
    this.#keys.splice(at, 0, key);
  }

  #dropExpired(now: number): void {
    if (now < this.#nextExpiry) return;
    this.#nextExpiry = Number.POSITIVE_INFINITY;
    for (const [key, { dateExpires = Number.POSITIVE_INFINITY }] of this.#rows)
      if (dateExpires <= now) this.#rows.delete(key);
      else this.#nextExpiry = Math.min(this.#nextExpiry, dateExpires);
    this.#keys = undefined;
  }
}
