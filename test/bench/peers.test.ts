import { makeBruteForce } from "../../bench/peers/brute-force";
import { makeExpressionScan } from "../../bench/peers/expression-scan";
import { makeMapOfWords } from "../../bench/peers/map-of-words";
import type { Peer } from "../../bench/peers/peer";

const WORDS = ["of", "the", "flow", "flower", "flowers", "low", "got", "hot", "junk", "fl", "ors"];
const FLOWERS = "2123569377";
const spellings = (peer: Peer, number: string) => peer(number).map(({ spelling }) => spelling);

test("regular expressions find words anywhere, the longest first", () => {
  const peer = makeExpressionScan(WORDS);
  expect(spellings(peer, FLOWERS)).toEqual(["212-FLOWERS", "212-FLOWER-7", "212-FLOW-377", "212-3-LOW-377"]);
  expect(spellings(peer, "3569375550")).toEqual(["FLOWER-5550", "FLOW-375550", "3-LOW-375550"]);
});

test("brute force finds the words of the last seven digits, the longest first", () => {
  const peer = makeBruteForce(WORDS);
  expect(spellings(peer, FLOWERS)).toEqual(["212-FLOWERS", "212-FLOWER-7", "212-FLOW-377", "212-3-LOW-377"]);
  expect(spellings(peer, "3569375550")).toEqual([]);
});

test("a map of words parts the last seven digits, few words first, and then by the alphabet", () => {
  const peer = makeMapOfWords(WORDS);
  expect(spellings(peer, FLOWERS)).toEqual(["212-FLOWERS"]);
  expect(spellings(peer, "2124685865")).toEqual(["212-GOT-JUNK", "212-HOT-JUNK"]);
  expect(spellings(peer, "2120000000")).toEqual([]);
});
