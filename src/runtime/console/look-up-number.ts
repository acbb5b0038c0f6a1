import { type LookupCount, recordLookup } from "../../store/vanity-lookups";
import { SyncUnavailable } from "../../store/sync-gateway";
import { parseE164 } from "../../telephony/e164";
import { impossibleBecause } from "../../telephony/impossible-number";
import { readVanityNumber, type VanityNumber } from "../../telephony/read-vanity-number";
import { keysOfSpelled } from "../../telephony/spelled-number";
import { tidyNumber } from "../../telephony/tidy-number";
import type { Reply } from "../reply";
import { spellNumber } from "../vanity/spell-number";
import { spellingParts } from "../vanity/spelling-parts";
import type { VanityAnswer } from "./api";
import { answer, refusal, refusalForNow } from "./api-reply";
import type { ConsoleWiring } from "./console-wiring";
import { countInProcess } from "./count-in-process";

/** What a number spells, for anybody, as long as not too many ask. @param text the number in any way of writing it */
export async function lookUpNumber(wiring: ConsoleWiring, text: string | undefined): Promise<Reply> {
  const { country, vanity } = wiring.policy();
  if (!vanity.page) return refusal("page-off", "The owner of this line has not opened this page.");
  if (text === undefined || text.trim() === "")
    return refusal("number-missing", "Which number? Add it to the address, as in ?number=212 555 0100.");
  const number = readWrittenNumber(text, country);
  if (number === undefined) return unreadable();
  const count = await countLookup(wiring, number);
  if (count !== "counted") return tooManyLookUps(count, wiring.now());
  const { results } = await spellNumber(spellingParts(wiring, vanity), number);
  const found: VanityAnswer = { number, results };
  return answer(found);
}

/** As people write it: `+44 20 7946 0018`, `1-800-FLOWERS`, `212.555.0100`; seven digits where no area code is needed. */
function readWrittenNumber(text: string, country: string): VanityNumber | undefined {
  const tidy = tidyNumber(text);
  // Keys alone are read further: what stands between letters would be another number.
  if (/\p{L}/u.test(tidy)) return readVanityNumber(keysOfSpelled(text, country) ?? "", country);
  if (!tidy.startsWith("+")) return readVanityNumber(tidy, country);
  const number = parseE164(tidy, country);
  if (number === undefined) return undefined;
  return impossibleBecause({ kind: "number", number }) === undefined ? number : undefined;
}

function unreadable(): Reply {
  const ways =
    "with its area code, such as 212 555 0100, or with + and the country's code, such as +44 20 7946 0018";
  return refusal("number-unreadable", `That is no telephone number. Please write it ${ways}.`);
}

/**
 * Counts all visitors together: a Function never sees the address of any. While Sync cannot be reached the page goes on working, and
 * each running Function counts for itself.
 */
async function countLookup(wiring: ConsoleWiring, number: VanityNumber): Promise<LookupCount> {
  const { lookupsPerMinute: perMinute } = wiring.policy().vanity;
  const now = wiring.now();
  try {
    const store = { sync: wiring.sync(), random: wiring.random };
    return await recordLookup(store, { number, by: "web", now, perMinute });
  } catch (failure) {
    if (!(failure instanceof SyncUnavailable)) throw failure;
    wiring.log("look-up-uncounted", { status: failure.status ?? 0 });
    return countInProcess(now, perMinute);
  }
}

function tooManyLookUps(count: Exclude<LookupCount, "counted">, now: Date): Reply {
  const seconds = count === "lost" ? LOST_SECONDS : 60 - now.getUTCSeconds();
  const message =
    "So many numbers are being looked up that this one has to wait. Please try again in a minute.";
  return refusalForNow("too-many-look-ups", message, seconds);
}

/** What was crowded out may soon be asked again. */
const LOST_SECONDS = 5;
