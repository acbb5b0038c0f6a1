import { listMapItems } from "../../account/sync-items";
import type { KeptEntry } from "../../lists/entry-change";
import { readList } from "../../lists/list-place";
import { LISTS } from "../../lists/lists";
import { type FactSource, gathering } from "../fact-source";

/** The lists that the owner edits in the Sync console, or may. */
export const HAND_EDITED = [
  "blocklist",
  "forwardlist",
  "patterns",
  "allowlist",
  "graylist",
  "lineforwards",
  "voicemails",
  "outbox",
  "office",
  "callbacks",
  "vanity",
] as const;
export type HandEdited = (typeof HAND_EDITED)[number];

/** A list: its entries, or why they cannot be read. */
export type ListReading = { readonly name: HandEdited } & (
  | { readonly entries: readonly KeptEntry[] }
  | { readonly problem: string }
);

/** Every list that there is. What is not there is another check's complaint. */
export const listsSource: FactSource<readonly ListReading[]> = gathering({
  lacking: "the lists cannot be read",
  needs: ["account", "syncObjects"],
  seconds: 120,
  gather: ({ account, syncObjects: { serviceSid, maps, documents } }) => {
    const place = { account, serviceSid };
    const names = HAND_EDITED.filter((name) => maps.includes(name) || documents.includes(name));
    return Promise.all(
      names.map(async (name): Promise<ListReading> => {
        try {
          if (name === "outbox" || name === "office" || name === "callbacks" || name === "vanity")
            return { name, entries: (await listMapItems(account, { serviceSid, map: name })) ?? [] };
          return { name, entries: (await readList(place, LISTS[name])).entries };
        } catch (failure) {
          return { name, problem: failure instanceof Error ? failure.message : String(failure) };
        }
      }),
    );
  },
});
