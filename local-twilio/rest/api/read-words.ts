import { TwilioError } from "../twilio-error";

/**
 * A list of allowed words, as repeated parameters or in one, separated by spaces.
 * @throws TwilioError 400/20001 for any other word, or the code that the resource has for it
 */
export function readWords<Word extends string>(
  body: URLSearchParams,
  name: string,
  {
    allowed,
    before,
    code,
  }: { readonly allowed: readonly Word[]; readonly before: readonly Word[]; readonly code?: number },
): readonly Word[] {
  if (!body.has(name)) return before;
  const words = body.getAll(name).flatMap((text) => text.split(/\s+/).filter((word) => word !== ""));
  return words.map((word) => readWord(name, word, { allowed, code }));
}

/** One of the allowed words; `before` when the parameter was not sent. @throws TwilioError 400/20001 */
export function readChoice<Word extends string>(
  body: URLSearchParams,
  name: string,
  { allowed, before }: { readonly allowed: readonly Word[]; readonly before: Word },
): Word {
  const text = body.get(name);
  return text === null ? before : readWord(name, text, { allowed });
}

/** A whole number from `least` to `most`; `before` when the parameter was not sent. @throws TwilioError 400/20001 */
export function readWhole(
  body: URLSearchParams,
  name: string,
  { least, most, before }: { readonly least: number; readonly most: number; readonly before: number },
): number {
  const text = body.get(name);
  if (text === null) return before;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new TwilioError(400, 20001, `${name} must be a whole number from ${least} to ${most}`);
  return value;
}

function readWord<Word extends string>(
  name: string,
  text: string,
  { allowed, code = 20001 }: { readonly allowed: readonly Word[]; readonly code?: number | undefined },
): Word {
  const found = allowed.find((word) => word === text);
  if (found === undefined) throw new TwilioError(400, code, `${name} must be one of ${allowed.join(", ")}`);
  return found;
}
