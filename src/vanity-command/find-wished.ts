import type { Account } from "../account/account";
import { findNumbersForSale, type NumberForSale, type SaleKind } from "../account/available-numbers";
import { type CountryCode, isE164 } from "../telephony/e164";
import { shapeOf } from "../telephony/number-shape";
import { isNorthAmerican } from "../telephony/north-american";
import type { Wish } from "./read-wish";
import { showWord } from "./show-word";

/** Where numbers are looked for, and how many of each kind. */
export interface WishSearch {
  readonly country: CountryCode;
  readonly areaCode: number | undefined;
  readonly limit: number;
}

/** A number that Twilio would sell, with the word in it. */
export interface WishedNumber extends NumberForSale {
  /** Such as `212-555-ZERO`. */
  readonly spelling: string;
}

/** Area codes of toll-free numbers. @see https://www.fcc.gov/consumers/guides/what-toll-free-number-and-how-does-it-work */
const TOLL_FREE: readonly number[] = [800, 833, 844, 855, 866, 877, 888];

/**
 * Numbers for sale that spell the word, those that end in it first.
 * @returns undefined when Twilio sells no numbers of that country
 * @throws AccountFailure
 */
export async function findWished(
  account: Account,
  wish: Wish,
  search: WishSearch,
): Promise<WishedNumber[] | undefined> {
  const kinds = await Promise.all(
    kindsOf(search).map((kind) => findKind(account, wish, { ...search, kind })),
  );
  const known = kinds.filter((found) => found !== undefined);
  return known.length === 0 ? undefined : known.flat();
}

/** North America has no numbers for mobile telephones only. */
function kindsOf({ country, areaCode }: WishSearch): readonly SaleKind[] {
  if (!isNorthAmerican(country)) return ["local", "tollFree", "mobile"];
  if (areaCode === undefined) return ["local", "tollFree"];
  return TOLL_FREE.includes(areaCode) ? ["tollFree"] : ["local"];
}

async function findKind(
  account: Account,
  wish: Wish,
  { country, areaCode, limit, kind }: WishSearch & { readonly kind: SaleKind },
): Promise<WishedNumber[] | undefined> {
  const find = (contains: string) =>
    findNumbersForSale(account, { country, kind, contains, areaCode, limit });
  const atEnd = await find(`${wish.digits}$`);
  if (atEnd === undefined) return undefined;
  const anywhere = atEnd.length < limit ? ((await find(wish.digits)) ?? []) : [];
  const unique = new Map([...atEnd, ...anywhere].map((found) => [found.number, found]));
  return [...unique.values()].flatMap((found) => withWord(found, wish)).slice(0, limit);
}

/** Twilio's pattern may have met the country's code, which nobody reads as letters. */
function withWord(found: NumberForSale, { word, digits }: Wish): WishedNumber[] {
  if (!isE164(found.number)) return [];
  const shape = shapeOf(found.number);
  const start = shape.national.lastIndexOf(digits);
  return start === -1 ? [] : [{ ...found, spelling: showWord(shape, start, word) }];
}
