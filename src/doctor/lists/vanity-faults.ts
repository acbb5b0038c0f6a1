import type { KeptEntry } from "../../lists/entry-change";
import { isData } from "../../lists/read-entry";
import { parseResults } from "../../store/vanity";
import { LOOKUPS_KEY } from "../../store/vanity-lookups";
import { TEXT_PREFIX, TEXTS_KEY } from "../../store/vanity-texts";
import { isE164 } from "../../telephony/e164";

/** The items that count. What is not theirs in them begins anew by itself, as does what remembers a text message. */
const OTHERS: readonly string[] = [LOOKUPS_KEY, TEXTS_KEY];

/** What keeps an item of the map `vanity` from being the spellings of a number: a clause. */
export function vanityFaults({ key, data }: KeptEntry): readonly string[] {
  if (OTHERS.includes(key) || key.startsWith(TEXT_PREFIX)) return [];
  if (!isE164(key)) return ["the key is no telephone number, such as +12125550123"];
  const isRead = isData(data) && parseResults(data, key).length > 0;
  return isRead ? [] : ['"results" are not the spellings of that number'];
}
