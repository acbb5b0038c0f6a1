/** What a telephone has on its keys; written down here again, so that the engine is not judged by its own table. */
const KEYS = ["abc2", "def3", "ghi4", "jkl5", "mno6", "pqrs7", "tuv8", "wxyz9"];

/** By the code of a character: what dials it, nothing for a hyphen. */
const DIALLED = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (character === "-") return "";
  const key = KEYS.find((letters) => letters.toUpperCase().includes(character));
  return key?.slice(-1) ?? (/[01]/.test(character) ? character : "?");
});

/** The digits that somebody dials who keys in a spelling; `?` for what is on no key. */
export function dialled(spelling: string): string {
  let digits = "";
  for (let place = 0; place < spelling.length; place++) digits += DIALLED[spelling.charCodeAt(place)] ?? "?";
  return digits;
}

/** North America's country code is not part of what is spelled. */
const spelledPart = (number: string): string => (/^1\d{10}$/.test(number) ? number.slice(1) : number);

/** What is wrong with the spellings of a number of 7 to 15 digits: there are five, all distinct, and each dials back. */
export function faultOf(number: string, spellings: readonly string[]): string | undefined {
  if (spellings.length < 5) return `${number} has ${spellings.length} spellings`;
  if (new Set(spellings).size !== spellings.length) return `${number} has one twice: ${spellings.join(" ")}`;
  const stray = spellings.find((spelling) => dialled(spelling) !== spelledPart(number));
  return stray === undefined ? undefined : `${number} is not dialled by ${stray}`;
}
