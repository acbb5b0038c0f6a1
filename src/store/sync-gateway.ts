import type { SyncDocumentName, SyncMapName } from "./maps";

/** A Map Item, or a Document (whose key is its unique name). */
export interface SyncItem {
  readonly key: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly revision: string;
}

/**
 * How a write ended, by HTTP status: 409 and 412 are a `conflict`, 404 is `missing`, 429 is `throttled`.
 * Twilio's own error codes differ between its documents and its answers, so nothing depends on them.
 */
export type WriteResult =
  | { readonly outcome: "written"; readonly item: SyncItem }
  | { readonly outcome: "conflict" | "missing" | "throttled" };

/** What an update must find, and how long the item then lives. */
export interface UpdateOptions {
  readonly revision: string;
  readonly ttlSeconds: number;
}

/** Our Sync Service. Every method throws SyncUnavailable when it gets no usable answer in time. */
export interface SyncGateway {
  readItem(map: SyncMapName, key: string): Promise<SyncItem | undefined>;
  /** Every item of a map, page after page. */
  listItems(map: SyncMapName): Promise<SyncItem[]>;
  readDocument(name: SyncDocumentName): Promise<SyncItem | undefined>;
  /** @param ttlSeconds 0: for ever. */
  createItem(
    map: SyncMapName,
    key: string,
    data: Readonly<Record<string, unknown>>,
    ttlSeconds: number,
  ): Promise<WriteResult>;
  updateItem(
    map: SyncMapName,
    key: string,
    data: Readonly<Record<string, unknown>>,
    options: UpdateOptions,
  ): Promise<WriteResult>;
  /** An item that is not there is no error. */
  removeItem(map: SyncMapName, key: string): Promise<void>;
}

/** Sync gave no usable answer: no connection, too slow, or a status that says nothing about the item. */
export class SyncUnavailable extends Error {
  override readonly name = "SyncUnavailable";
  /** The HTTP status; undefined when no answer came at all. 429: too many requests just now, this one was not processed. */
  readonly status: number | undefined;

  constructor(status: number | undefined, cause?: unknown) {
    super(status === undefined ? "Sync did not answer" : `Sync answered ${status}`, { cause });
    this.status = status;
  }
}
