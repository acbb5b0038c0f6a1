import type { Account } from "./account";
import { AccountFailure } from "./account-failure";
import { ask, askFor } from "./ask";
import { asRecord, isoSecond } from "./sync-items";

/** A Document of a Sync Service. @see https://www.twilio.com/docs/sync/api/document-resource */
export interface SyncDocument {
  readonly sid: string;
  /** "" for one without. */
  readonly uniqueName: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly revision: string;
  /** ISO 8601, to the second; undefined: never. */
  readonly expires: string | undefined;
}

/** What is written of a Document. `ttlSeconds` 0: for ever; left out of a change: as before. */
export interface DocumentWrite {
  /** Its unique name; to change one that is there, its SID is as good. */
  readonly document: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly ttlSeconds?: number;
  /** The change is only made at this revision. */
  readonly revision?: string;
}

const PAGE_SIZE = 100;

const documentsOf = ({ client }: Account, serviceSid: string) =>
  client.sync.v1.services(serviceSid).documents;

/** Every Document of the Service with its data. @throws AccountFailure; its status is 404 when there is no such Service */
export async function readSyncDocuments(account: Account, serviceSid: string): Promise<SyncDocument[]> {
  const found = await ask(account, "list the Sync documents", () =>
    documentsOf(account, serviceSid).list({ pageSize: PAGE_SIZE }),
  );
  return found.map(readDocument);
}

/** Undefined when there is no such Document. @throws AccountFailure */
export async function fetchSyncDocument(
  account: Account,
  serviceSid: string,
  document: string,
): Promise<SyncDocument | undefined> {
  const found = await askFor(account, `read the Sync document ${document}`, () =>
    documentsOf(account, serviceSid)(document).fetch(),
  );
  return found && readDocument(found);
}

/** Whether the Document was made: false when there is one, be it from this very write. @throws AccountFailure */
export function makeSyncDocument(
  account: Account,
  serviceSid: string,
  { document: uniqueName, data, ttlSeconds = 0 }: DocumentWrite,
): Promise<boolean> {
  return unless([409], () =>
    ask(account, `create the Sync document ${uniqueName}`, () =>
      documentsOf(account, serviceSid).create({ uniqueName, data, ttl: ttlSeconds }),
    ),
  );
}

/** Whether the Document was there, at that revision, and has the new data. @throws AccountFailure */
export function updateSyncDocument(
  account: Account,
  serviceSid: string,
  { document, data, ttlSeconds, revision }: DocumentWrite,
): Promise<boolean> {
  const change = {
    data,
    ...(ttlSeconds === undefined ? {} : { ttl: ttlSeconds }),
    ...(revision === undefined ? {} : { ifMatch: revision }),
  };
  return unless([404, 412], () =>
    ask(account, `change the Sync document ${document}`, () =>
      documentsOf(account, serviceSid)(document).update(change),
    ),
  );
}

/** One that is gone already is no error. @throws AccountFailure */
export async function removeSyncDocument(
  account: Account,
  serviceSid: string,
  document: string,
): Promise<void> {
  await askFor(account, `remove the Sync document ${document}`, () =>
    documentsOf(account, serviceSid)(document).remove(),
  );
}

function readDocument(one: {
  readonly sid: string;
  readonly uniqueName: string | null;
  readonly data: unknown;
  readonly revision: string;
  readonly dateExpires: Date | null;
}): SyncDocument {
  const { sid, uniqueName, data, revision, dateExpires } = one;
  return {
    ...{ sid, revision, uniqueName: uniqueName ?? "" },
    ...{ data: asRecord(data), expires: isoSecond(dateExpires) },
  };
}

async function unless(refusals: readonly number[], request: () => Promise<unknown>): Promise<boolean> {
  try {
    await request();
    return true;
  } catch (failure) {
    if (failure instanceof AccountFailure && refusals.includes(failure.status ?? 0)) return false;
    throw failure;
  }
}
