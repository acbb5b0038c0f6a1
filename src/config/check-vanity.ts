import { type CountryCode, parseE164 } from "../telephony/e164";
import { type PolicyProblem, valueAt } from "./explain-issue";
import { formatFound } from "./problem";

type Path = readonly PropertyKey[];

/** What of the sections `vanity` and `console` only the whole file tells: that numbers are numbers, and nothing is there twice. */
export function checkVanity(root: unknown, lines: readonly string[], country: CountryCode): PolicyProblem[] {
  const admins = listAt(root, ["console", "admins"]).map((_, index) => ["console", "admins", index, "phone"]);
  return [
    ...numberAt(root, ["vanity", "textFrom"], country),
    ...admins.flatMap((path) => numberAt(root, path, country)),
    ...admins.flatMap((path) => answeredHere(root, path, { lines, country })),
    ...repeated(admins, (path) => numberOf(root, path, country), "each administrator's telephone once"),
    ...repeatedWords(root),
  ];
}

/** A code must not go to a number that this system answers: whoever gets into a mailbox would get the code. */
function answeredHere(
  root: unknown,
  path: Path,
  { lines, country }: { readonly lines: readonly string[]; readonly country: CountryCode },
): PolicyProblem[] {
  const number = numberOf(root, path, country);
  const isOurs = number !== undefined && lines.some((key) => parseE164(key, country) === number);
  const allowed = "another telephone: this number is one of the lines, and the code must reach a person";
  return isOurs ? [{ path, found: formatFound(valueAt(root, path)), allowed }] : [];
}

function repeatedWords(root: unknown): PolicyProblem[] {
  const paths = listAt(root, ["vanity", "words"]).map((_, index): Path => ["vanity", "words", index]);
  const wordAt = (path: Path): string | undefined => {
    const own = valueAt(root, path);
    const word = typeof own === "string" ? own : valueAt(root, [...path, "word"]);
    return typeof word === "string" ? word.toLowerCase() : undefined;
  };
  return repeated(paths, wordAt, "each word once");
}

function repeated(
  paths: readonly Path[],
  keyAt: (path: Path) => string | undefined,
  allowed: string,
): PolicyProblem[] {
  const keys = paths.map(keyAt);
  return paths.flatMap((path, index) => {
    const key = keys[index];
    return key !== undefined && keys.indexOf(key) < index ? [{ path, found: formatFound(key), allowed }] : [];
  });
}

function numberAt(root: unknown, path: Path, country: CountryCode): PolicyProblem[] {
  const text = valueAt(root, path);
  if (typeof text !== "string" || text === "" || parseE164(text, country) !== undefined) return [];
  const allowed = `a full telephone number, such as +12125550123 (without + it is read as one of ${country})`;
  return [{ path, found: formatFound(text), allowed }];
}

function numberOf(root: unknown, path: Path, country: CountryCode): string | undefined {
  const text = valueAt(root, path);
  return typeof text === "string" ? parseE164(text, country) : undefined;
}

function listAt(root: unknown, path: Path): readonly unknown[] {
  const list = valueAt(root, path);
  return Array.isArray(list) ? list : [];
}
