import type { SyncDocumentName, SyncMapName } from "../../../src/store/maps";
import {
  type SyncGateway,
  type SyncItem,
  SyncUnavailable,
  type UpdateOptions,
  type WriteResult,
} from "../../../src/store/sync-gateway";

type Data = Readonly<Record<string, unknown>>;

/** What happens to a request instead of its being served. */
export type Trouble = "conflict" | "throttled" | "unavailable" | undefined;

/**
 * Sync in memory, as Twilio documents it: create is refused when the key is there (409), an update when the revision is
 * not the latest (412) or the key is gone (404); 429 is never processed.
 * @see https://www.twilio.com/docs/sync/api/map-item-resource
 * @see https://www.twilio.com/docs/api/errors/20429
 */
export class FakeSync implements SyncGateway {
  readonly requests: string[] = [];
  readonly ttls = new Map<string, number>();
  readonly #items = new Map<string, SyncItem>();
  #revision = 0;

  /** @param before is awaited before each request is served: it may wait, and say what goes wrong. */
  constructor(readonly before: (request: string) => Promise<Trouble> | Trouble = () => undefined) {}

  put(map: string, key: string, data: Data): void {
    this.#revision += 1;
    this.#items.set(`${map}/${key}`, { key, data: structuredClone(data), revision: String(this.#revision) });
  }

  data(map: string, key: string): Data | undefined {
    return this.#items.get(`${map}/${key}`)?.data;
  }

  keys(map: string): string[] {
    return [...this.#items.keys()].flatMap((path) =>
      path.startsWith(`${map}/`) ? [path.slice(map.length + 1)] : [],
    );
  }

  async readItem(map: SyncMapName, key: string): Promise<SyncItem | undefined> {
    await this.#serve("GET", map);
    return this.#items.get(`${map}/${key}`);
  }

  async readDocument(name: SyncDocumentName): Promise<SyncItem | undefined> {
    await this.#serve("GET", name);
    return this.#items.get(`documents/${name}`);
  }

  async listItems(map: SyncMapName): Promise<SyncItem[]> {
    await this.#serve("GET", map);
    return [...this.#items].flatMap(([path, item]) => (path.startsWith(`${map}/`) ? [item] : []));
  }

  async createItem(map: SyncMapName, key: string, data: Data, ttlSeconds: number): Promise<WriteResult> {
    const trouble = await this.#serveWrite("POST", map);
    if (trouble !== undefined) return { outcome: trouble };
    return this.#items.has(`${map}/${key}`)
      ? { outcome: "conflict" }
      : this.#write(map, key, { data, ttlSeconds });
  }

  async updateItem(
    map: SyncMapName,
    key: string,
    data: Data,
    { revision, ttlSeconds }: UpdateOptions,
  ): Promise<WriteResult> {
    const trouble = await this.#serveWrite("PUT", map);
    if (trouble !== undefined) return { outcome: trouble };
    const item = this.#items.get(`${map}/${key}`);
    if (item === undefined) return { outcome: "missing" };
    return item.revision === revision ? this.#write(map, key, { data, ttlSeconds }) : { outcome: "conflict" };
  }

  async removeItem(map: SyncMapName, key: string): Promise<void> {
    await this.#serve("DELETE", map);
    this.#items.delete(`${map}/${key}`);
  }

  async #serve(method: string, name: string): Promise<void> {
    this.requests.push(`${method} ${name}`);
    const trouble = await this.before(`${method} ${name}`);
    if (trouble === "throttled") throw new SyncUnavailable(429);
    if (trouble === "unavailable") throw new SyncUnavailable(503);
  }

  async #serveWrite(method: string, name: string): Promise<"conflict" | "throttled" | undefined> {
    this.requests.push(`${method} ${name}`);
    const trouble = await this.before(`${method} ${name}`);
    if (trouble === "unavailable") throw new SyncUnavailable(503);
    return trouble;
  }

  #write(map: string, key: string, { data, ttlSeconds }: { data: Data; ttlSeconds: number }): WriteResult {
    this.put(map, key, data);
    this.ttls.set(`${map}/${key}`, ttlSeconds);
    const item = this.#items.get(`${map}/${key}`);
    if (item === undefined) throw new Error("not written");
    return { outcome: "written", item };
  }
}
