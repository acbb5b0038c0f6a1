import type { Account } from "./account";
import { AccountFailure } from "./account-failure";
import { ask, askFor } from "./ask";

/** A document in the account's default Sync Service, which every account has. */
export interface AccountDocument {
  readonly data: Readonly<Record<string, unknown>>;
  readonly revision: string;
}

/** Documents that are about the account as a whole. @see https://www.twilio.com/docs/sync/api/document-resource */
const documentsOf = ({ client }: Account) => client.sync.v1.services("default").documents;

/** @throws AccountFailure */
export async function fetchDocument(account: Account, name: string): Promise<AccountDocument | undefined> {
  const found = await askFor(account, `read the document ${name}`, () => documentsOf(account)(name).fetch());
  return found && { data: asRecord(found.data), revision: found.revision };
}

/** The revision of the document that was made; undefined when there is one already. @param ttlSeconds 0: for ever. @throws AccountFailure */
export async function createDocument(
  account: Account,
  name: string,
  { data, ttlSeconds = 0 }: { readonly data: object; readonly ttlSeconds?: number },
): Promise<string | undefined> {
  return unless(
    409,
    ask(account, `create the document ${name}`, () =>
      documentsOf(account).create({ uniqueName: name, data, ttl: ttlSeconds }),
    ),
  );
}

/** The new revision; undefined when the document was not at the given one any more, and stays as it is. @throws AccountFailure */
export async function updateDocument(
  account: Account,
  name: string,
  {
    data,
    revision,
    ttlSeconds = 0,
  }: { readonly data: object; readonly revision: string; readonly ttlSeconds?: number },
): Promise<string | undefined> {
  return unless(
    412,
    ask(account, `write the document ${name}`, () =>
      documentsOf(account)(name).update({ data, ifMatch: revision, ttl: ttlSeconds }),
    ),
  );
}

/** One that is gone already is no error. @throws AccountFailure */
export async function removeDocument(account: Account, name: string): Promise<void> {
  await askFor(account, `remove the document ${name}`, () => documentsOf(account)(name).remove());
}

async function unless(
  refusal: number,
  request: Promise<{ readonly revision: string }>,
): Promise<string | undefined> {
  try {
    return (await request).revision;
  } catch (failure) {
    if (failure instanceof AccountFailure && failure.status === refusal) return undefined;
    throw failure;
  }
}

/** Sync holds JSON objects only. */
function asRecord(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null ? { ...data } : {};
}
