import type { Account } from "../account/account";
import { fetchSyncDocument } from "../account/sync-documents";
import { listMapItems } from "../account/sync-items";
import type { KeptEntry } from "./entry-change";
import type { ListDefinition } from "./list-definition";

/** Where lists are kept. */
export interface ListPlace {
  readonly account: Account;
  readonly serviceSid: string;
}

/** What a list holds; `revision` is that of the Document, where the list is one. */
export interface ListContents {
  readonly entries: readonly KeptEntry[];
  readonly revision: string | undefined;
}

/**
 * Every entry of a list.
 * @throws AccountFailure; Error when the Service, or the list in it, is not there
 */
export async function readList(
  { account, serviceSid }: ListPlace,
  { name, store }: ListDefinition,
): Promise<ListContents> {
  if (store === "document") {
    const document = await fetchSyncDocument(account, serviceSid, name);
    if (document === undefined) throw missingList(serviceSid, name);
    const { data, revision } = document;
    return {
      entries: Object.entries(data).map(([key, value]) => ({ key, data: value, revision })),
      revision,
    };
  }
  const items = await listMapItems(account, { serviceSid, map: name });
  if (items === undefined) throw missingList(serviceSid, name);
  return { entries: items, revision: undefined };
}

/** What is missing may be the whole Service: Sync answers the same. */
function missingList(serviceSid: string, name: string): Error {
  return new Error(
    `Cannot find ${name} in the Sync Service ${serviceSid}: npm run deploy makes what is missing, if SYNC_SERVICE_SID is right`,
  );
}
