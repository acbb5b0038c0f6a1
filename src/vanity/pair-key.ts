/** How many letters two words that belong together may have: two bits for each must fit into 16. */
export const LONGEST_PAIR = 8;

/** What pairs are found by, in one number: their keys, three bits each behind a one, and where the second word begins. */
export function pairKeyOf(keys: string, second: number): number {
  let key = 1;
  for (let index = 0; index < keys.length; index++) key = (key << 3) | (keys.charCodeAt(index) - KEY_2);
  return (key << 3) | second;
}

const KEY_2 = 50;
