import type { Twilio } from "twilio";
import type { SyncDocumentName, SyncMapName } from "./maps";
import { type SyncGateway, type SyncItem, SyncUnavailable, type WriteResult } from "./sync-gateway";

/** The status of a failed REST request; undefined when no answer came at all. */
function statusOf(failure: unknown): number | undefined {
  if (typeof failure !== "object" || failure === null || !("status" in failure)) return undefined;
  return typeof failure.status === "number" ? failure.status : undefined;
}

const OUTCOMES: Readonly<Record<number, "conflict" | "missing" | "throttled">> = {
  404: "missing",
  409: "conflict",
  412: "conflict",
  429: "throttled",
};

/** Twilio's largest page. @see https://www.twilio.com/docs/sync/api/map-item-resource */
const PAGE_SIZE = 100;

type RawItem = { readonly key: string; readonly data: unknown; readonly revision: string };

/**
 * Our Sync Service over Twilio's helper library, whose client sets the time limit of each request. Only in the
 * library's context style: in 6.2.0 the objects that `create()` and `list()` give lose their SID.
 */
export function openSync(client: Twilio, serviceSid: string): SyncGateway {
  const service = client.sync.v1.services(serviceSid);
  const items = (map: SyncMapName) => service.syncMaps(map).syncMapItems;
  return {
    readItem: (map, key) => found(items(map)(key).fetch().then(readItem)),
    listItems: (map) =>
      usable(
        items(map)
          .list({ pageSize: PAGE_SIZE })
          .then((all) => all.map(readItem)),
      ),
    readDocument: (name) => found(service.documents(name).fetch().then(readDocument(name))),
    createItem: (map, key, data, ttlSeconds) =>
      written(items(map).create({ key, data, itemTtl: ttlSeconds }).then(readItem)),
    updateItem: (map, key, data, { revision, ttlSeconds }) =>
      written(items(map)(key).update({ data, ifMatch: revision, itemTtl: ttlSeconds }).then(readItem)),
    removeItem: async (map, key) => {
      await found(items(map)(key).remove());
    },
  };
}

const readItem = ({ key, data, revision }: RawItem): SyncItem => ({ key, data: asRecord(data), revision });

const readDocument =
  (name: SyncDocumentName) =>
  ({ data, revision }: { readonly data: unknown; readonly revision: string }): SyncItem => ({
    key: name,
    data: asRecord(data),
    revision,
  });

/** Sync holds JSON objects only; anything else would be a fault of the library. */
function asRecord(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null ? { ...data } : {};
}

async function found<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request;
  } catch (failure) {
    if (statusOf(failure) === 404) return undefined;
    throw unavailable(failure);
  }
}

async function usable<T>(request: Promise<T>): Promise<T> {
  return request.catch((failure: unknown) => Promise.reject(unavailable(failure)));
}

async function written(request: Promise<SyncItem>): Promise<WriteResult> {
  try {
    return { outcome: "written", item: await request };
  } catch (failure) {
    const outcome = OUTCOMES[statusOf(failure) ?? 0];
    if (outcome === undefined) throw unavailable(failure);
    return { outcome };
  }
}

function unavailable(failure: unknown): SyncUnavailable {
  return new SyncUnavailable(statusOf(failure), failure);
}
