import type { Account } from "./account";
import { askFor } from "./ask";

/** The kinds of numbers that Twilio sells. @see https://www.twilio.com/docs/phone-numbers/api/availablephonenumber-resource */
export const SALE_KINDS = ["local", "tollFree", "mobile"] as const;
export type SaleKind = (typeof SALE_KINDS)[number];

/** What is looked for. */
export interface NumberSearch {
  /** ISO code of the country. */
  readonly country: string;
  readonly kind: SaleKind;
  /** Twilio's pattern: 2 to 16 characters, `$` for the end. */
  readonly contains: string;
  /** Of North America only. */
  readonly areaCode?: number | undefined;
  readonly limit: number;
}

/** A number that can be bought. */
export interface NumberForSale {
  /** In E.164. */
  readonly number: string;
  readonly kind: SaleKind;
  /** Where it belongs, such as `Hilo, HI`; empty where Twilio does not say. */
  readonly place: string;
  /** Whose postal address Twilio wants for it: `none`, `any`, `local` or `foreign`. */
  readonly address: string;
}

/** Numbers for sale that take calls; undefined when Twilio has no numbers of that kind in that country. @throws AccountFailure */
export async function findNumbersForSale(
  account: Account,
  search: NumberSearch,
): Promise<NumberForSale[] | undefined> {
  const { country, kind, contains } = search;
  const wanted = `look for ${contains} among the numbers for sale of ${country}`;
  const found = await askFor(account, wanted, () => list(account, search));
  return found?.map(({ phoneNumber, locality, region, addressRequirements }) => ({
    ...{ number: phoneNumber, kind, address: addressRequirements ?? "none" },
    place: [locality, region].filter(Boolean).join(", "),
  }));
}

interface Listed {
  readonly phoneNumber: string;
  readonly locality: string | null;
  readonly region: string | null;
  readonly addressRequirements: string | null;
}

function list({ client }: Account, search: NumberSearch): Promise<readonly Listed[]> {
  const { country, kind, contains, areaCode, limit } = search;
  const options = { contains, voiceEnabled: true, limit, ...(areaCode === undefined ? {} : { areaCode }) };
  const shop = client.availablePhoneNumbers(country);
  switch (kind) {
    case "local":
      return shop.local.list(options);
    case "tollFree":
      return shop.tollFree.list(options);
    case "mobile":
      return shop.mobile.list(options);
  }
}
