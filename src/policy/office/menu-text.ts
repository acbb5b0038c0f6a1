import { textIn } from "./local-text";
import { BACK_KEY, languageKeys, type MenuFacts, OPERATOR_KEY } from "./menu-facts";
import { type MenuState, menuOf } from "./menu-state";
import type { Locale, Menu, Office } from "./office";
import { promptIn } from "./prompts/prompt-in";

const NO_MENU: Menu = { greeting: {}, entries: [] };

/** A menu by its id; an empty one for an id that is none. */
export function menuWith({ menus }: Pick<Office, "menus">, id: string): Menu {
  return (Object.hasOwn(menus, id) ? menus[id] : undefined) ?? NO_MENU;
}

/** Which language? Asked in each of them. */
export function languageText({ languages }: Pick<Office, "languages">): string {
  return languageKeys(languages)
    .map(([key, locale]) => promptIn(locale, "chooseLanguage", { key }))
    .join(" ");
}

/** Hello, before the first menu; closed when every department is. */
export function greetingText({ office, isOpen }: MenuFacts, locale: Locale): string {
  const ids = Object.keys(office.departments);
  const isClosed = ids.length > 0 && !ids.some(isOpen);
  return isClosed
    ? (textIn(office.closedGreeting, locale, office.languages) ?? promptIn(locale, "closedGreeting"))
    : (textIn(office.greeting, locale, office.languages) ?? promptIn(locale, "greeting"));
}

/** The menu that the caller is in, as the policy has it: its greeting, its entries, and what else can be pressed. */
export function menuText(state: MenuState, facts: MenuFacts): string {
  const { locale } = state;
  const { languages } = facts.office;
  const { greeting, entries } = menuWith(facts.office, menuOf(state));
  const choices = entries.flatMap(({ key, name: names }) => {
    const name = textIn(names, locale, languages);
    return name === undefined ? [] : [promptIn(locale, "entry", { name, key: spokenKey(key, locale) })];
  });
  const first = textIn(greeting, locale, languages);
  return [...(first === undefined ? [] : [first]), ...choices, ...furtherChoices(state, facts)].join(" ");
}

/** Whoever has heard a menu before knows that choices can be said. */
function furtherChoices(state: MenuState, facts: MenuFacts): string[] {
  const { locale, path, misses } = state;
  const { entries } = menuWith(facts.office, menuOf(state));
  const isFree = (key: string) => !entries.some((entry) => entry.key === key);
  const { operator } = facts.office;
  const hasOperator = operator !== undefined && facts.canConnect && facts.isOpen(operator);
  const isFirstTime = (misses[menuOf(state)] ?? 0) === 0;
  return [
    ...(hasOperator && isFree(OPERATOR_KEY) ? [promptIn(locale, "operator", { key: OPERATOR_KEY })] : []),
    ...(path.length > 1 && isFree(BACK_KEY)
      ? [promptIn(locale, "back", { key: spokenKey(BACK_KEY, locale) })]
      : []),
    ...(isFirstTime ? [promptIn(locale, "orSay")] : []),
  ];
}

function spokenKey(key: string, locale: Locale): string {
  return key === BACK_KEY ? promptIn(locale, "star") : key;
}
