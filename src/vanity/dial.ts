import { keysOf } from "../telephony/keypad";

/** What is dialled by keying a spelling in as it is shown: `800-FLOWERS` gives `8003569377`. */
export function digitsOf(spelling: string): string {
  return spelling
    .toLowerCase()
    .replace(/[^a-z\d]/g, "")
    .replace(/[a-z]+/g, keysOf);
}
