import type { SyncGateway, SyncItem, WriteResult } from "../../../src/store/sync-gateway";

/**
 * Sync Maps in memory, with the semantics that Twilio documents: create is refused when the key is there (409), an
 * update when the revision is not the latest (412) or the key is gone (404).
 * @see https://www.twilio.com/docs/sync/api/map-item-resource
 */
export class MemorySync implements SyncGateway {
  readonly maps = new Map<string, Map<string, SyncItem>>();
  #revision = 0;

  rows(map: string): Record<string, Record<string, unknown>> {
    return Object.fromEntries([...this.#map(map)].map(([key, item]) => [key, item.data]));
  }

  async readItem(map: string, key: string): Promise<SyncItem | undefined> {
    return this.#map(map).get(key);
  }

  async listItems(map: string): Promise<SyncItem[]> {
    return [...this.#map(map).values()];
  }

  async readDocument(): Promise<SyncItem | undefined> {
    return undefined;
  }

  async createItem(map: string, key: string, data: Record<string, unknown>): Promise<WriteResult> {
    return this.#map(map).has(key) ? { outcome: "conflict" } : this.#write(map, key, data);
  }

  async updateItem(
    map: string,
    key: string,
    data: Record<string, unknown>,
    { revision }: { revision: string },
  ): Promise<WriteResult> {
    const current = this.#map(map).get(key);
    if (current === undefined) return { outcome: "missing" };
    return current.revision === revision ? this.#write(map, key, data) : { outcome: "conflict" };
  }

  async removeItem(map: string, key: string): Promise<void> {
    this.#map(map).delete(key);
  }

  #map(name: string): Map<string, SyncItem> {
    const map = this.maps.get(name) ?? new Map<string, SyncItem>();
    this.maps.set(name, map);
    return map;
  }

  #write(map: string, key: string, data: Record<string, unknown>): WriteResult {
    this.#revision += 1;
    const item = { key, data: JSON.parse(JSON.stringify(data)), revision: String(this.#revision) };
    this.#map(map).set(key, item);
    return { outcome: "written", item };
  }
}
