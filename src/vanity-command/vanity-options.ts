import { parseArgs } from "node:util";
import { type CountryCode, isCountryCode } from "../telephony/e164";

/** What the command is asked for. */
export interface VanityOptions {
  /** Numbers, or words to wish for. */
  readonly positionals: readonly string[];
  readonly isWish: boolean;
  readonly isJson: boolean;
  readonly isHelp: boolean;
  /** `-` is what comes in by a pipe. */
  readonly file: string | undefined;
  readonly wordsFile: string | undefined;
  /** How many results a number has, or how many numbers for sale a word. */
  readonly top: number | undefined;
  readonly fixed: string | undefined;
  readonly spellable: number | undefined;
  readonly country: CountryCode | undefined;
  readonly areaCode: number | undefined;
}

const text = { type: "string" } as const;
const flag = { type: "boolean", default: false } as const;
const OPTIONS = {
  ...{ wish: flag, json: flag, help: { ...flag, short: "h" } },
  ...{ file: text, words: text, top: text, fixed: text, spellable: text, country: text },
  "area-code": text,
} as const;

/** Reads what stands behind `npm run vanity --`. @throws Error naming the option, what it was given and what it takes */
export function readVanityOptions(argv: readonly string[]): VanityOptions {
  const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  const options = {
    ...{ positionals, isWish: values.wish, isJson: values.json, isHelp: values.help },
    ...{ file: values.file, wordsFile: values.words },
    top: readWhole("--top", values.top, { least: 1, most: 100 }),
    fixed: readFixed(values.fixed),
    spellable: readWhole("--spellable", values.spellable, { least: 0, most: 15 }),
    country: readCountry(values.country),
    areaCode: readWhole("--area-code", values["area-code"], { least: 200, most: 999 }),
  };
  if (!values.help) checkSense(options);
  return options;
}

function checkSense(options: VanityOptions): void {
  const { positionals, isWish, file, areaCode } = options;
  const ofSpelling = [file, options.fixed, options.wordsFile, options.spellable];
  if (isWish && ofSpelling.some((value) => value !== undefined))
    throw new Error("--wish goes with words, --country, --area-code, --top and --json only");
  if (!isWish && areaCode !== undefined) throw new Error("--area-code goes with --wish only");
  if (file !== undefined && positionals.length > 0)
    throw new Error(`Give either numbers or --file, not both: ${positionals.join(" ")}`);
  if (file === undefined && positionals.length === 0)
    throw new Error(`Give ${isWish ? "a word" : "a number, or --file FILE"}; --help says more`);
}

function readWhole(
  option: string,
  value: string | undefined,
  { least, most }: { readonly least: number; readonly most: number },
): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (/^\d{1,3}$/.test(value) && number >= least && number <= most) return number;
  throw new Error(`Cannot read ${option} ${value}: give a whole number from ${least} to ${most}`);
}

/** Hyphens and spaces mean nothing in it. */
function readFixed(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const pattern = value.replace(/[\s.()-]/g, "");
  if (/^[A-Za-z\d*]{1,15}$/.test(pattern)) return pattern;
  throw new Error(`Cannot read --fixed ${value}: give up to 15 letters, digits and * for anything`);
}

function readCountry(value: string | undefined): CountryCode | undefined {
  if (value === undefined) return undefined;
  const country = value.toUpperCase();
  if (isCountryCode(country)) return country;
  throw new Error(`Cannot read --country ${value}: give the two letters of ISO 3166, such as US`);
}
