import type { Locale } from "../office";
import { en } from "./en";
import { es } from "./es";
import { fr } from "./fr";

/** The name of a prompt. A new one begins in `en.ts`; a language that lacks it does not compile. */
export type PromptName = keyof typeof en;
export type Prompts = { readonly [Name in PromptName]: string };

/** Every prompt in every language: a language that is left out does not compile. */
export const prompts: { readonly [Language in Locale]: Prompts } = { en, es, fr };
