import { keysOf } from "../../telephony/keypad";
import type { SpelledWord, Spelling } from "../../vanity/spelling";
import type { Locale } from "../office/office";
import { promptIn } from "../office/prompts/prompt-in";
import { inOneBreath, type Speech, spaced } from "./speech";
import { spellingPieces } from "./spelling-pieces";

/** How a spelling is said. */
export interface Telling {
  readonly locale: Locale;
  /** The longest a definition may be, in characters; 0: none is said. */
  readonly definitionLength: number;
  /** The words that need no explaining any more. */
  readonly explained: ReadonlySet<string>;
}

/** A spelling as it is said: its words and digits in their order, then of each word the keys one by one, and what it means. */
export function spokenSpelling(spelling: Spelling, telling: Telling): Speech {
  const pieces = spellingPieces(spelling);
  const inOrder = pieces.map((piece, index): Speech => {
    const mark = index === pieces.length - 1 ? "." : ",";
    return "word" in piece
      ? spokenWord(piece.word, mark, telling.locale)
      : [{ say: spaced(piece.signs) + mark }];
  });
  const words = [...new Map(spelling.words.map((word) => [word.text, word])).values()];
  const unknown = words.filter(({ text }) => !telling.explained.has(text));
  return inOneBreath([...inOrder, ...unknown.map((word) => explained(word, telling))]);
}

/** Digits that a number has instead of letters are named: who writes the word down must not write those letters. */
function spokenWord({ text, shown }: SpelledWord, mark: string, locale: Locale): Speech {
  const signs = [...shown].map((digit, index) => ({ digit, letter: letterAt(text, index) }));
  const pairs = new Map(signs.map((pair) => [pair.digit + pair.letter, pair]));
  const named = [...pairs.values()]
    .filter(({ digit }) => /\d/.test(digit))
    .map((pair, index) => promptIn(locale, index === 0 ? "vanityLookAlike" : "vanityLookAlikeToo", pair));
  return named.length === 0
    ? [{ english: text + mark }]
    : [{ english: text }, { say: named.join(" ") + mark }];
}

const letterAt = (text: string, index: number): string => text.charAt(index).toUpperCase();

function explained({ text, shown, definition }: SpelledWord, { definitionLength }: Telling): Speech {
  const meaning = shortened(definition, definitionLength);
  return inOneBreath([
    [{ english: `${text}:` }, { say: `${spaced(keysOf(shown))}.` }],
    meaning === "" ? [] : [{ english: `${meaning}.` }],
  ]);
}

/** A definition cut where a clause ends, or at least a word. */
function shortened(definition: string, length: number): string {
  const text = definition.replace(/\s+/g, " ").trim();
  if (text.length <= length) return withoutEnd(text);
  const start = text.slice(0, length + 1);
  const clause = Math.max(start.lastIndexOf(";"), start.lastIndexOf(","));
  return withoutEnd(start.slice(0, clause > length / 2 ? clause : Math.max(0, start.lastIndexOf(" "))));
}

const withoutEnd = (text: string): string => text.replace(/[\s.,;:]+$/, "");
