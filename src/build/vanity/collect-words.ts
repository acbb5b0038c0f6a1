import type { LexiconContents, LexiconEntry } from "../../vanity/lexicon-entry";
import advertisingWords from "./advertising-words.json";
import { type ChosenSense, chooseSense, type Dictionary, hurtfulUsages } from "./choose-sense";
import { commonnessOf, type WordFacts } from "./commonness-of";
import { definitionOf, ownPlural } from "./definition-of";
import { isFlagged } from "./flagged-gloss";
import { lemmasOf } from "./lemmas-of";
import linkingWords from "./linking-words.json";
import { ownGloss, TRADE_WORDS } from "./own-glosses";
import ownDenied from "./own-denied.json";
import { nameGloss, PROPER_NAMES } from "./proper-names";
import { readDeniedWords } from "./read-denied-words";
import { readIrregularForms } from "./read-irregular-forms";
import { readScowl, type Tier } from "./read-scowl";
import { readWordPairs } from "./read-word-pairs";
import { readWordRanks } from "./read-word-ranks";
import { readWordNet } from "./read-wordnet";
import twoLetterWords from "./two-letter-words.json";
import unkindWords from "./unkind-words.json";

interface Sources extends Dictionary {
  readonly tiers: ReadonlyMap<string, Tier>;
  readonly ranks: ReadonlyMap<string, number>;
  readonly doubtful: ReadonlySet<string>;
}

/** Trade words, and names, are in few dictionaries, though everybody knows them. */
const TRADE_TIER: Tier = 35;
const LONGEST = 15;
/**
 * What somebody may be hurt to hear of his number, though no list of offensive words has it: illness and death, what people are
 * taunted with, also where the word itself is a plain one. Inside other words it is harmless.
 */
const UNKIND = new Set(unkindWords);
const PEOPLE = 18;
const LINKING = new Set(linkingWords);
/** What is only short for another word (mgmt, mfr) is nothing that anybody says, unless advertising does (info, meds). */
const TRADES = new Set([...TRADE_WORDS.filter((word) => !isShort(word)), ...advertisingWords]);

/**
 * All words that numbers are spelled with, each with what it means, and the strings that no result may show: SCOWL up to tier
 * 60, trade words, and WordNet's meanings.
 * @throws Error naming the npm package that is missing, and what to do
 */
export async function collectWords(): Promise<LexiconContents> {
  const sources = await readSources();
  const words = [...sources.tiers]
    .map(([text, tier]) => entryOf(text, tier, sources))
    .filter((entry) => entry !== undefined);
  const pairs = await readWordPairs(new Set(words.map(({ text }) => text)));
  const denied = deniedStrings(new Set([...sources.denied, ...ownDenied]));
  return { words: words.sort((a, b) => (a.text < b.text ? -1 : 1)), denied, pairs };
}

function isShort(word: string): boolean {
  return ownGloss(word)?.startsWith("short for") ?? false;
}

/** As they are written, and with two ones for a u, which are read as two i before they are taken for one letter: `b11m`. */
function deniedStrings(denied: ReadonlySet<string>): string[] {
  const written = [...denied].flatMap((text) => [text, text.replaceAll("u", "ii")]);
  return [...new Set(written)].filter(({ length }) => length >= 3 && length <= 12).sort();
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
    ...PROPER_NAMES.map((name) => [name, TRADE_TIER] as const),
    ...[...scowl].filter(([{ length }]) => length >= 3 && length <= LONGEST),
    ...[...TRADE_WORDS, ...twoLetterWords].map((text) => {
      return [text, known(scowl.get(text))] as const;
    }),
  ]);
  return { tiers, ranks, wordNet, irregular, denied, doubtful, hurtful: hurtfulUsages(wordNet) };
}

/** The word as numbers are spelled with it; undefined when it hurts, or when nothing can be told of what it means. */
function entryOf(text: string, tier: Tier, sources: Sources): LexiconEntry | undefined {
  if (isDenied(text, sources)) return undefined;
  const sense = chooseSense(text, sources);
  const facts = factsOf(text, tier, { ...sources, sense });
  const definition =
    nameGloss(text) ?? ownGloss(text) ?? (sense ? definitionOf(text, sense) : ownPlural(text));
  if (definition === undefined || isFlagged(definition, sources.denied)) return undefined;
  // What only names a people or a faith, and is called names itself.
  if (facts.isName && facts.isDoubtful && sense?.file === PEOPLE) return undefined;
  return { text, commonness: commonnessOf(facts), definition };
}

/** By itself, or as a form of a word that is. */
function isDenied(text: string, { denied, irregular, wordNet }: Sources): boolean {
  const isRude = (word: string) => denied.has(word) || UNKIND.has(word);
  if (isRude(text)) return true;
  return lemmasOf(text, irregular).some(
    (lemma) => isRude(lemma.text) && wordNet.sensesOf(lemma.text).some(({ part }) => part === lemma.part),
  );
}

function factsOf(
  text: string,
  tier: Tier,
  {
    ranks,
    doubtful,
    irregular,
    sense,
  }: Pick<Sources, "ranks" | "doubtful" | "irregular"> & { sense: ChosenSense | undefined },
): WordFacts {
  return {
    tier,
    rank: ranks.get(text),
    isInflected: sense?.isInflected ?? false,
    isName: nameGloss(text) !== undefined || (sense?.isName ?? false),
    isLinking: LINKING.has(text),
    isTrade: TRADES.has(text) || lemmasOf(text, irregular).some((lemma) => TRADES.has(lemma.text)),
    isDoubtful: doubtful.has(text),
  };
}
