import type { Account } from "../account/account";
import { ask } from "../account/ask";
import { type Locale, parseForwardEntry, parsePatterns } from "../store/parse-list-entries";
import type { Forward } from "./refuse-lines";

/** A Sync Service and what is in it, by name. */
interface SyncNames {
  readonly sid: string;
  readonly maps: readonly string[];
  readonly documents: readonly string[];
}

/** Where the forward list and the patterns send calls. What makes no sense there is left to the doctor. @throws AccountFailure */
export async function readForwards(account: Account, names: SyncNames, locale: Locale): Promise<Forward[]> {
  const service = account.client.sync.v1.services(names.sid);
  const items = names.maps.includes("forwardlist")
    ? await ask(account, "read the forward list", () =>
        service.syncMaps("forwardlist").syncMapItems.list({ pageSize: 100 }),
      )
    : [];
  const patterns = names.documents.includes("patterns")
    ? await ask(account, "read the patterns", () => service.documents("patterns").fetch())
    : { data: {} };
  return [
    ...items.flatMap(({ key, data }) => {
      const entry = parseForwardEntry(data, locale);
      return entry === undefined ? [] : [{ key, ...entry }];
    }),
    ...parsePatterns(patterns.data, locale).entries.flatMap((entry) =>
      entry.list === "forwardlist" ? [{ ...entry, key: `${entry.prefix}*` }] : [],
    ),
  ];
}
