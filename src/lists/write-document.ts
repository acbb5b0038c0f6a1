import { isDeepStrictEqual } from "node:util";
import { fetchSyncDocument, updateSyncDocument } from "../account/sync-documents";
import { changedDocument, type EntryChange } from "./entry-change";
import type { ListContents, ListPlace } from "./list-place";
import type { Written } from "./write-changes";

/** Writes every change of a list that is a Document, all at once or not at all. */
export async function writeDocument(
  { account, serviceSid }: ListPlace,
  document: string,
  { contents, changes }: { readonly contents: ListContents; readonly changes: readonly EntryChange[] },
): Promise<Written> {
  const { entries, revision } = contents;
  const data = changedDocument(entries, changes);
  const condition = revision === undefined ? {} : { revision };
  const now = async () => (await fetchSyncDocument(account, serviceSid, document))?.data;
  try {
    if (await updateSyncDocument(account, serviceSid, { document, data, ...condition }))
      return { outcome: "written" };
    if (isDeepStrictEqual(await now(), data)) return { outcome: "written" };
    return { outcome: "undone", because: `somebody else has just written ${document}` };
  } catch (failure) {
    const because = failure instanceof Error ? failure.message : String(failure);
    return now().then(
      (found) => (isDeepStrictEqual(found, data) ? { outcome: "written" } : { outcome: "undone", because }),
      () => ({
        outcome: "stuck",
        because,
        left: [{ key: document, state: "either as it was or as it was to be" }],
      }),
    );
  }
}
