import type { Admin } from "../policy/console";
import type { VanityPolicy } from "../policy/vanity/vanity";
import { parseE164 } from "../telephony/e164";
import type { PolicyFile } from "./policy-schema";

/** What a word of the owner's means when the policy does not say: whatever is spoken is explained. */
const OWN_WORD = "a word of this line's owner";

/** The section `vanity` in its final form, of a file that the checks have let pass. */
export function compileVanity(file: NonNullable<PolicyFile["vanity"]>, country: string): VanityPolicy {
  const { spellable, page, lookupsPerMinute } = file;
  const from = file.textFrom === undefined ? undefined : parseE164(file.textFrom, country);
  return {
    words: file.words.map((own) => {
      const { word, definition = OWN_WORD } = typeof own === "string" ? { word: own } : own;
      return { word: word.toLowerCase(), definition };
    }),
    ...{ spellable, page, lookupsPerMinute },
    texts: { offered: file.texts, perHour: file.textsPerHour, ...(from && { from }) },
  };
}

/** The administrators of the console. */
export function compileAdmins({ console, country }: PolicyFile): readonly Admin[] {
  const admins = console?.admins ?? [];
  return admins.flatMap(({ name, phone }) => {
    const number = parseE164(phone, country);
    return number === undefined ? [] : [{ name, phone: number }];
  });
}
