import type { Locale } from "../office";
import type { en } from "./en";
import { type PromptName, prompts } from "./index";

type PlacesIn<Text> = Text extends `${string}{${infer Place}}${infer Rest}` ? Place | PlacesIn<Rest> : never;
type PlacesOf<Name extends PromptName> = PlacesIn<(typeof en)[Name]>;

/** What a prompt asks to be filled in: nothing for one without braces. */
export type PromptValues<Name extends PromptName> = [PlacesOf<Name>] extends [never]
  ? []
  : [values: { readonly [Place in PlacesOf<Name>]: string }];

/** The name of a prompt in which nothing is filled in. */
export type PlainPromptName = {
  [Name in PromptName]: [PlacesOf<Name>] extends [never] ? Name : never;
}[PromptName];

/** A prompt in a language, filled in: what it lacks, or has too much, does not compile. */
export function promptIn<Name extends PromptName>(
  locale: Locale,
  name: Name,
  ...[values]: PromptValues<Name>
): string {
  const filled = new Map<string, string>(Object.entries(values ?? {}));
  return prompts[locale][name].replace(/\{(\w+)\}/g, (place, key: string) => filled.get(key) ?? place);
}
