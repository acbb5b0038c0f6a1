import type { LexiconContents, LexiconEntry } from "../../vanity/lexicon-entry";
import { type ChosenSense, chooseSense, type Dictionary, hurtfulUsages } from "./choose-sense";
import { commonnessOf } from "./commonness-of";
import { definitionOf } from "./definition-of";
import { lemmasOf } from "./lemmas-of";
import ownGlosses from "./own-glosses.json";
import { readDeniedWords } from "./read-denied-words";
import { readIrregularForms } from "./read-irregular-forms";
import { readScowl, type Tier } from "./read-scowl";
import { readWordNet } from "./read-wordnet";
import { readWordRanks } from "./read-word-ranks";
import tradeWords from "./trade-words.json";
import twoLetterWords from "./two-letter-words.json";

/** Why a word is left out. */
export type Refusal = "denied" | "unclean" | "undefined";

interface Sources extends Dictionary {
  readonly tiers: ReadonlyMap<string, Tier>;
  readonly ranks: ReadonlyMap<string, number>;
  readonly doubtful: ReadonlySet<string>;
}

/** Trade words are in few dictionaries, though everybody knows them. */
const TRADE_TIER: Tier = 35;
const LONGEST = 15;
/** Animals, things made, the body, food, natural objects, plants and substances. */
const CONCRETE_FILES = new Set([5, 6, 8, 13, 17, 20, 27]);

/**
 * All words that numbers are spelled with, each with what it means, and the strings that no result may show: SCOWL up to tier
 * 60, trade words, and WordNet's meanings.
 * @throws Error naming the npm package that is missing, and what to do
 */
export async function collectWords(): Promise<LexiconContents> {
  const sources = await readSources();
  const words = [...sources.tiers].flatMap(([text, tier]) => {
    const entry = entryOf(text, tier, sources);
    return typeof entry === "string" ? [] : [entry];
  });
  const denied = [...sources.denied].filter(({ length }) => length >= 3 && length <= 12);
  return { words: words.sort((a, b) => (a.text < b.text ? -1 : 1)), denied: denied.sort() };
}

async function readSources(): Promise<Sources> {
  const [scowl, ranks, wordNet, irregular, { denied, doubtful }] = await Promise.all([
    readScowl(),
    readWordRanks(),
    readWordNet(),
    readIrregularForms(),
    readDeniedWords(),
  ]);
  const known = (tier: Tier | undefined) => (tier !== undefined && tier < TRADE_TIER ? tier : TRADE_TIER);
  const tiers = new Map<string, Tier>([
    ...[...scowl].filter(([{ length }]) => length >= 3 && length <= LONGEST),
    ...[...Object.keys(tradeWords), ...twoLetterWords].map((text) => {
      return [text, known(scowl.get(text))] as const;
    }),
  ]);
  return { tiers, ranks, wordNet, irregular, denied, doubtful, hurtful: hurtfulUsages(wordNet) };
}

const OWN = new Map<string, string>(Object.entries({ ...tradeWords, ...ownGlosses }));

/** The word as numbers are spelled with it, or why it is left out. */
function entryOf(text: string, tier: Tier, sources: Sources): LexiconEntry | Refusal {
  if (isDenied(text, sources)) return "denied";
  const own = OWN.get(text);
  const chosen = chooseSense(text, sources);
  if (typeof chosen !== "string")
    return {
      text,
      commonness: commonness(text, tier, sources, chosen),
      definition: own ?? definitionOf(text, chosen),
    };
  if (own === undefined) return chosen === "unclean" ? "unclean" : "undefined";
  return { text, commonness: commonness(text, tier, sources), definition: own };
}

/** By itself, or as a form of a word that is. */
function isDenied(text: string, { denied, irregular, wordNet }: Sources): boolean {
  if (denied.has(text)) return true;
  return lemmasOf(text, irregular).some(
    (lemma) => denied.has(lemma.text) && wordNet.sensesOf(lemma.text).some(({ part }) => part === lemma.part),
  );
}

function commonness(text: string, tier: Tier, sources: Sources, chosen?: ChosenSense): number {
  return commonnessOf({
    tier,
    rank: sources.ranks.get(text),
    isConcrete: chosen !== undefined && chosen.sense.part === "noun" && CONCRETE_FILES.has(chosen.file),
    isInflected: chosen?.isInflected ?? false,
    isName: chosen?.isName ?? false,
    isDoubtful: sources.doubtful.has(text),
  });
}
