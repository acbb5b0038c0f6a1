import { firstLanguage } from "./language-of";
import { type Match, matchSpeech, type Phrase } from "./match-speech";
import { BACK_KEY, type Heard, languageKeys, type MenuFacts, OPERATOR_KEY, REPEAT_KEY } from "./menu-facts";
import { type MenuState, menuOf } from "./menu-state";
import { menuWith } from "./menu-text";
import type { Locale, MenuTarget, Office } from "./office";
import { fillersIn, languagePhrases, menuPhrases } from "./spoken-phrases";

/** Why what was pressed, or said, is no choice: the prompt that says so. */
export type Misunderstanding = "noChoice" | "notUnderstood" | "unclear";

/** What a caller chose in a menu. */
export type Choice =
  | { readonly kind: "entry"; readonly to: MenuTarget }
  | { readonly kind: "operator" | "back" | "repeat" | "owner" | "nothing" }
  | { readonly kind: "wrong"; readonly why: Misunderstanding };

/** Which language a caller chose. */
export type LanguageChoice =
  | { readonly kind: "language"; readonly locale: Locale }
  | { readonly kind: "nothing" }
  | { readonly kind: "wrong"; readonly why: Misunderstanding };

/** What an answer means in the menu that the caller is in. An entry's key is the entry's, whatever else it would mean. */
export function hearChoice(heard: Heard, state: MenuState, facts: MenuFacts): Choice {
  const { locale } = state;
  const { office } = facts;
  const menu = menuWith(office, menuOf(state));
  const pressed = keyOf(heard, menuPhrases(menu, locale, office), fillersIn(locale, office.languages));
  if (pressed.kind !== "key") return pressed;
  const entry = menu.entries.find(({ key }) => key === pressed.key);
  return entry === undefined ? otherChoice(pressed.key, state, facts) : { kind: "entry", to: entry.to };
}

/** What an answer to the question for the language means. */
export function hearLanguage(heard: Heard, office: Pick<Office, "languages">): LanguageChoice {
  const { languages } = office;
  const pressed = keyOf(heard, languagePhrases(office), fillersIn(firstLanguage(languages), languages));
  if (pressed.kind !== "key") return pressed;
  const locale = new Map(languageKeys(languages)).get(pressed.key);
  return locale === undefined ? { kind: "wrong", why: "noChoice" } : { kind: "language", locale };
}

function otherChoice(key: string, { path }: MenuState, { mayBeOwner }: MenuFacts): Choice {
  switch (key) {
    case OPERATOR_KEY:
      return { kind: "operator" };
    case BACK_KEY:
      return { kind: mayBeOwner && path.length === 1 ? "owner" : "back" };
    case REPEAT_KEY:
      return { kind: "repeat" };
    default:
      return { kind: "wrong", why: "noChoice" };
  }
}

type Pressed =
  | { readonly kind: "key"; readonly key: string }
  | { readonly kind: "nothing" }
  | { readonly kind: "wrong"; readonly why: Misunderstanding };

/** The key that was pressed, or that what was said means. */
function keyOf({ key, speech }: Heard, phrases: readonly Phrase[], fillers: ReadonlySet<string>): Pressed {
  if (key !== "") return { kind: "key", key: key.slice(0, 1) };
  if (speech.trim() === "") return { kind: "nothing" };
  return meant(matchSpeech(speech, phrases, fillers));
}

function meant(match: Match): Pressed {
  switch (match.kind) {
    case "match":
      return { kind: "key", key: match.means };
    case "none":
      return { kind: "wrong", why: "notUnderstood" };
    case "unclear":
      return { kind: "wrong", why: "unclear" };
  }
}
