import { createHash } from "node:crypto";
import type { VanityPolicy } from "../../policy/vanity/vanity";
import type { SyncGateway } from "../../store/sync-gateway";
import { type KeptSpellings, keepSpellings, readSpellings } from "../../store/vanity";
import { isE164 } from "../../telephony/e164";
import { shapeOf } from "../../telephony/number-shape";
import type { VanityNumber } from "../../telephony/read-vanity-number";
import type { Spelling } from "../../vanity/spelling";
import { inTime } from "../in-time";
import { describeFailure, type LogDetails } from "../log";
import { within } from "../time-left";
import type { WordFiles } from "./word-files";

/** What spelling needs of a Function's wiring. */
export interface SpellingParts {
  readonly vanity: VanityPolicy;
  /** @throws Error when there are none */
  words(): WordFiles;
  sync(): SyncGateway;
  now(): Date;
  random(): number;
  log(event: string, details?: LogDetails): void;
}

/** What a number spells, the best first: five at least. */
export interface Spelled {
  readonly number: VanityNumber;
  readonly results: readonly Spelling[];
  readonly from: "sync" | "computed";
}

/** Together less than the half of a Function's time, of which counting a look-up takes the other. Spelling takes next to none. */
const READING_MS = 1000;
const KEEPING_MS = 900;
/** Raise it when the same words come to be spelled otherwise, so that what is kept does not stay as it was. */
const RULES = 1;

/**
 * What a number spells: as it is kept in Sync, else spelled anew, and kept. Nobody notices when Sync cannot be reached, or
 * is slow. Without words, what is kept is good whatever words it comes from.
 * @throws Error when there are neither words nor anything kept
 */
export async function spellNumber(parts: SpellingParts, number: VanityNumber): Promise<Spelled> {
  const reading = readKept(parts, number);
  const words = openWords(parts);
  const by = words && fingerprint(words, parts.vanity);
  const kept = await reading;
  if (kept !== undefined && kept.results.length > 0 && (by === undefined || kept.by === by))
    return { number, results: kept.results, from: "sync" };
  if (words === undefined || by === undefined) throw new Error("Cannot spell a number: there are no words");
  const results = spellAnew(words, parts.vanity, number);
  if (kept !== undefined) await within(KEEPING_MS, keep(parts, { number, results, by, kept }));
  return { number, results, from: "computed" };
}

/** Undefined when there is nothing to read, or it cannot be read. */
async function readKept(parts: SpellingParts, number: VanityNumber): Promise<KeptSpellings | undefined> {
  if (!isE164(number)) return undefined;
  try {
    const kept = await inTime(READING_MS, readSpellings(parts.sync(), number));
    if (kept === undefined) parts.log("spellings-not-read", { message: "Sync is slow" });
    // Written anew now, it is told once.
    if (kept?.item !== undefined && kept.results.length === 0) parts.log("spellings-malformed");
    return kept;
  } catch (failure) {
    parts.log("spellings-not-read", describeFailure(failure));
    return undefined;
  }
}

function openWords(parts: SpellingParts): WordFiles | undefined {
  try {
    return parts.words();
  } catch (failure) {
    parts.log("words-missing", describeFailure(failure));
    return undefined;
  }
}

function spellAnew(words: WordFiles, { spellable, words: ownWords }: VanityPolicy, number: VanityNumber) {
  if (!isE164(number)) return words.spell(number, { spellable, ownWords });
  const { national, groups } = shapeOf(number);
  return words.spell(national, { spellable, ownWords, groups });
}

interface Keeping {
  readonly number: VanityNumber;
  readonly results: readonly Spelling[];
  readonly by: string;
  readonly kept: KeptSpellings;
}

async function keep(parts: SpellingParts, { number, results, by, kept }: Keeping): Promise<void> {
  if (!isE164(number)) return;
  try {
    const store = { sync: parts.sync(), random: () => parts.random() };
    await keepSpellings(store, { number, results, by, now: parts.now(), item: kept.item });
  } catch (failure) {
    parts.log("spellings-not-kept", describeFailure(failure));
  }
}

/** Twelve hexadecimal digits that change with whatever results depend on. */
function fingerprint({ lexicon }: WordFiles, { words, spellable }: VanityPolicy): string {
  const all = JSON.stringify([RULES, lexicon.fingerprint, spellable, words]);
  return createHash("sha256").update(all).digest("hex").slice(0, 12);
}
