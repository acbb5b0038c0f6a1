import type { Account } from "./account";
import { ask, askFor, askOnce } from "./ask";

/** A Sync Service. @see https://www.twilio.com/docs/sync/api/service */
export interface SyncService {
  readonly sid: string;
  readonly friendlyName: string;
}

/** Something in Sync that has a unique name. */
export interface SyncObject {
  readonly sid: string;
  readonly uniqueName: string;
}

const PAGE_SIZE = 100;

/** Every Sync Service of the account. @throws AccountFailure */
export async function listSyncServices(account: Account): Promise<SyncService[]> {
  const services = await ask(account, "list the Sync Services", () =>
    account.client.sync.v1.services.list({ pageSize: PAGE_SIZE }),
  );
  return services.map(({ sid, friendlyName }) => ({ sid, friendlyName: friendlyName ?? "" }));
}

/** Undefined when there is no such Service. @throws AccountFailure */
export async function fetchSyncService(account: Account, sid: string): Promise<SyncService | undefined> {
  const found = await askFor(account, `read the Sync Service ${sid}`, () =>
    account.client.sync.v1.services(sid).fetch(),
  );
  return found && { sid: found.sid, friendlyName: found.friendlyName ?? "" };
}

/** The Service's SID. @throws AccountFailure */
export async function createSyncService(account: Account, friendlyName: string): Promise<string> {
  const { sid } = await askOnce(account, `create the Sync Service ${friendlyName}`, () =>
    account.client.sync.v1.services.create({ friendlyName }),
  );
  return sid;
}

/** Removes the Service with all its data. One that is gone already is no error. @throws AccountFailure */
export async function removeSyncService(account: Account, sid: string): Promise<void> {
  await askFor(account, `remove the Sync Service ${sid}`, () =>
    account.client.sync.v1.services(sid).remove(),
  );
}

/** @throws AccountFailure */
export async function listSyncMaps(account: Account, serviceSid: string): Promise<SyncObject[]> {
  const maps = await ask(account, "list the Sync maps", () =>
    account.client.sync.v1.services(serviceSid).syncMaps.list({ pageSize: PAGE_SIZE }),
  );
  return maps.map(({ sid, uniqueName }) => ({ sid, uniqueName: uniqueName ?? "" }));
}

/** @throws AccountFailure */
export async function listSyncDocuments(account: Account, serviceSid: string): Promise<SyncObject[]> {
  const documents = await ask(account, "list the Sync documents", () =>
    account.client.sync.v1.services(serviceSid).documents.list({ pageSize: PAGE_SIZE }),
  );
  return documents.map(({ sid, uniqueName }) => ({ sid, uniqueName: uniqueName ?? "" }));
}

/** Makes a map; one that is there already is no error: its name is unique. @throws AccountFailure */
export async function createSyncMap(account: Account, serviceSid: string, uniqueName: string): Promise<void> {
  await unlessTaken(
    ask(account, `create the Sync map ${uniqueName}`, () =>
      account.client.sync.v1.services(serviceSid).syncMaps.create({ uniqueName }),
    ),
  );
}

/** Makes an empty document; one that is there already is no error. @throws AccountFailure */
export async function createSyncDocument(
  account: Account,
  serviceSid: string,
  uniqueName: string,
): Promise<void> {
  await unlessTaken(
    ask(account, `create the Sync document ${uniqueName}`, () =>
      account.client.sync.v1.services(serviceSid).documents.create({ uniqueName, data: {} }),
    ),
  );
}

/** @see https://www.twilio.com/docs/api/errors/54301 (409: the unique name exists) */
async function unlessTaken(creation: Promise<unknown>): Promise<void> {
  await creation.catch((failure: unknown) => {
    if (typeof failure === "object" && failure !== null && "status" in failure && failure.status === 409)
      return;
    throw failure;
  });
}
