/** A number of things that an option gives: a whole number from 1 on. @throws Error naming the option */
export function parseCount(option: string, text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new Error(`Cannot read ${option} ${text}: give a whole number from 1 on`);
}
