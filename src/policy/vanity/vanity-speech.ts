import { type CountryCode, isE164 } from "../../telephony/e164";
import type { VanityNumber } from "../../telephony/read-vanity-number";
import type { Spelling } from "../../vanity/spelling";
import { numberIn } from "../office/number-in";
import type { Locale } from "../office/office";
import { type PlainPromptName, promptIn } from "../office/prompts/prompt-in";
import { AGAIN_KEY, OTHER_KEY, TEXT_KEY } from "./dialogue-step";
import { LONG_PAUSE_MS, oneByOne, type Speech, spaced } from "./speech";
import { spokenSpelling } from "./spoken-spelling";

/** How many spellings are said. */
const MOST_SPOKEN = 3;
/** From all that is worth hearing to what always fits into what Twilio says at once. */
const SHORTER_AND_SHORTER: readonly (readonly [spoken: number, definitionLength: number])[] = [
  [MOST_SPOKEN, 160],
  [MOST_SPOKEN, 60],
  [MOST_SPOKEN, 0],
  [1, 60],
  [1, 0],
];

/** A number, and what it spells, to be told. */
export interface Told {
  readonly number: VanityNumber;
  /** Whether the caller calls from it. */
  readonly isOwn: boolean;
  readonly results: readonly Spelling[];
  /** How many of its last digits may become letters. */
  readonly spellable: number;
}

/** Who is told, and what may be chosen then. */
export interface Listener {
  readonly locale: Locale;
  readonly country: CountryCode;
  readonly offersText: boolean;
}

/** What a number spells, and the choices: the best version first, shorter ones after it. */
export function tellSpeeches(told: Told, listener: Listener): readonly Speech[] {
  return SHORTER_AND_SHORTER.map(([spoken, definitionLength]) =>
    oneByOne([...spellings(told, listener, { spoken, definitionLength }), choices(listener)]),
  );
}

/** The choices, after a word about the last answer. */
export function chooseSpeech(listener: Listener, notice?: PlainPromptName): Speech {
  return [...noticed(listener, notice), ...choices(listener)];
}

/** The question for a number, after a word about why. */
export function askSpeech(listener: Listener, notice?: PlainPromptName): Speech {
  return [...noticed(listener, notice), { say: promptIn(listener.locale, "vanityAsk") }];
}

/** The end, after a word about why. */
export function endSpeech(listener: Listener, notice?: PlainPromptName): Speech {
  return [...noticed(listener, notice), { say: promptIn(listener.locale, "goodbye") }];
}

function noticed({ locale }: Listener, notice: PlainPromptName | undefined): Speech {
  return notice === undefined ? [] : [{ say: promptIn(locale, notice) }, { pauseMs: LONG_PAUSE_MS }];
}

function choices({ locale, offersText }: Listener): Speech {
  const keys = [
    promptIn(locale, "vanityAgain", { key: AGAIN_KEY }),
    promptIn(locale, "vanityAnother", { key: OTHER_KEY }),
    ...(offersText ? [promptIn(locale, "vanityByText", { key: TEXT_KEY })] : []),
  ];
  return [{ say: keys.join(" ") }];
}

type Extent = { readonly spoken: number; readonly definitionLength: number };

function spellings(told: Told, listener: Listener, { spoken, definitionLength }: Extent): Speech[] {
  const { locale } = listener;
  const worded = told.results.filter(({ words }) => words.length > 0).slice(0, spoken);
  const explained = new Set<string>();
  const speeches = worded.map((spelling, index): Speech => {
    const speech = spokenSpelling(spelling, { locale, definitionLength, explained: new Set(explained) });
    for (const { text } of spelling.words) explained.add(text);
    const lead = index === 0 ? introduction(told, listener) : promptIn(locale, "vanityOr");
    return [{ say: lead }, ...speech];
  });
  if (speeches.length === 0) return [wordless(told, locale)];
  return worded.length < MOST_SPOKEN && spoken === MOST_SPOKEN
    ? [...speeches, [{ say: promptIn(locale, hasZeros(told) ? "vanityNoMoreZeros" : "vanityNoMore") }]]
    : speeches;
}

function introduction({ number, isOwn }: Told, { locale, country }: Listener): string {
  if (isOwn) return promptIn(locale, "vanityOwn");
  const digits = isE164(number)
    ? numberIn(locale, number, country)
    : `${spaced(number.slice(0, 3))}, ${spaced(number.slice(3))}`;
  return promptIn(locale, "vanityOther", { number: digits });
}

/** A number without words: its digits in groups that are easy to keep. */
function wordless(told: Told, locale: Locale): Speech {
  const lead = promptIn(locale, hasZeros(told) ? "vanityNoneZeros" : "vanityNone");
  const [best] = told.results;
  const telling = { locale, definitionLength: 0, explained: new Set<string>() };
  const digits =
    best === undefined
      ? [{ say: `${spaced(told.number.replace("+", ""))}.` }]
      : spokenSpelling(best, telling);
  return [{ say: lead }, ...digits];
}

function hasZeros({ number, spellable }: Told): boolean {
  return /[01]/.test(number.slice(-spellable));
}
