import type { Account } from "./account";
import { ask, askFor } from "./ask";
import { isoSecond } from "./sync-items";

/** A Map of a Sync Service, without its items. @see https://www.twilio.com/docs/sync/api/map-resource */
export interface SyncMap {
  readonly sid: string;
  /** "" for one without. */
  readonly uniqueName: string;
  /** When the whole Map expires: ISO 8601, to the second; undefined: never. */
  readonly expires: string | undefined;
}

/** How long a Map lives, from now on. */
export interface MapLife {
  /** Its unique name, or its SID. */
  readonly map: string;
  /** 0: for ever. */
  readonly ttlSeconds: number;
}

const PAGE_SIZE = 100;

const mapsOf = ({ client }: Account, serviceSid: string) => client.sync.v1.services(serviceSid).syncMaps;

/** Every Map of the Service. @throws AccountFailure; its status is 404 when there is no such Service */
export async function readSyncMaps(account: Account, serviceSid: string): Promise<SyncMap[]> {
  const found = await ask(account, "list the Sync maps", () =>
    mapsOf(account, serviceSid).list({ pageSize: PAGE_SIZE }),
  );
  return found.map(({ sid, uniqueName, dateExpires }) => ({
    sid,
    uniqueName: uniqueName ?? "",
    expires: isoSecond(dateExpires),
  }));
}

/** Sets how long a Map lives. @throws AccountFailure */
export async function setSyncMapLife(account: Account, serviceSid: string, life: MapLife): Promise<void> {
  const { map, ttlSeconds: collectionTtl } = life;
  await ask(account, `set the time to live of the Sync map ${map}`, () =>
    mapsOf(account, serviceSid)(map).update({ collectionTtl }),
  );
}

/** Removes a Map, by its unique name or its SID, with its items. One that is gone already is no error. @throws AccountFailure */
export async function removeSyncMap(account: Account, serviceSid: string, map: string): Promise<void> {
  await askFor(account, `remove the Sync map ${map}`, () => mapsOf(account, serviceSid)(map).remove());
}
