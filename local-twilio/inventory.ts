import { type Capabilities, DEFAULT_CAPABILITIES } from "./number-row";

/** The kinds of numbers that can be looked for, by the names of their resources. */
export const NUMBER_KINDS = ["Local", "TollFree", "Mobile"] as const;
export type NumberKind = (typeof NUMBER_KINDS)[number];

/** A number that Twilio could sell. @see https://www.twilio.com/docs/phone-numbers/api/availablephonenumberlocal-resource */
export interface AvailableNumber {
  /** E.164. */
  readonly phoneNumber: string;
  /** ISO code. */
  readonly country: string;
  readonly kind: NumberKind;
  readonly capabilities: Capabilities;
  readonly beta: boolean;
  readonly addressRequirements: "none" | "any" | "local" | "foreign";
  /** State or province, by its two letters; null outside of North America and for toll-free numbers. */
  readonly region: string | null;
}

/** What Twilio has for sale. */
export interface Inventory {
  /** By number in E.164, in the order in which they are offered. Tests may take away and put in what they like. */
  readonly numbers: Map<string, AvailableNumber>;
  /** Which kinds of numbers there are, in stock or not, by ISO code of the country. */
  readonly kinds: Map<string, readonly NumberKind[]>;
  /** Puts a number up for sale, in the US unless told otherwise. @param phoneNumber in E.164 */
  add(phoneNumber: string, features?: Partial<Omit<AvailableNumber, "phoneNumber">>): void;
}

/** @see https://www.twilio.com/docs/phone-numbers/global-catalog/regulatory-guidelines/us and /ca, /gb */
const KINDS = [
  ["US", ["Local", "TollFree"]],
  ["CA", ["Local", "TollFree"]],
  ["GB", ["Local", "TollFree", "Mobile"]],
] as const satisfies readonly (readonly [string, readonly NumberKind[]])[];

/** Area codes of which there is stock, by region. Their numbers are those that are kept free for fiction. */
const AREA_CODES: readonly (readonly [country: string, region: string | null, codes: string])[] = [
  ["US", "NY", "212 332 646 917"],
  ["US", "CA", "213 415 562"],
  ["US", "CO", "303 983"],
  ["US", "NJ", "732 973"],
  ["US", "TX", "432 512 682"],
  ["US", "IL", "312"],
  ["US", "MA", "617"],
  ["US", "WA", "206"],
  ["US", "FL", "305"],
  ["US", "MO", "573"],
  ["US", "VA", "276"],
  ["US", "MS", "228 662"],
  ["US", "KY", "364"],
  ["CA", "ON", "416"],
  ["CA", "BC", "604"],
  ["US", null, "800 833 844 855 866 877 888"],
];

let stock: ReadonlyMap<string, AvailableNumber> | undefined;

/** A stock of fictional numbers, (xxx) 555-0100 to 0199, which is the same each time. */
export function createInventory(): Inventory {
  stock ??= new Map(fictionalNumbers().map((number) => [number.phoneNumber, number]));
  const numbers = new Map(stock);
  const kinds = new Map<string, readonly NumberKind[]>(KINDS);
  return {
    ...{ numbers, kinds },
    add: (phoneNumber, features = {}) => {
      const number = { ...availableNumber(phoneNumber), ...features };
      numbers.set(phoneNumber, number);
      const known = kinds.get(number.country) ?? [];
      if (!known.includes(number.kind)) kinds.set(number.country, [...known, number.kind]);
    },
  };
}

function availableNumber(phoneNumber: string): AvailableNumber {
  return {
    ...{ phoneNumber, country: "US", kind: "Local", capabilities: DEFAULT_CAPABILITIES },
    ...{ beta: false, addressRequirements: "none", region: null },
  };
}

function fictionalNumbers(): AvailableNumber[] {
  return AREA_CODES.flatMap(([country, region, codes]) =>
    codes.split(" ").flatMap((code) =>
      Array.from({ length: 100 }, (_, last) => ({
        ...availableNumber(`+1${code}55501${String(last).padStart(2, "0")}`),
        ...{ country, region, kind: region === null ? ("TollFree" as const) : ("Local" as const) },
      })),
    ),
  );
}
