/** How a dictionary says that a word hurts, or speaks of what is not spoken of on the telephone. */
const FLAGS =
  /\b(?:(?:offensive|disparaging|derogatory|contemptuous|insulting|pejorative|obscene|vulgar|abusive) (?:and \w+ )?(?:terms?|words?|names?|slang|references?|expressions?)|ethnic slur|slur|slang (?:term )?for|sexual(?:ly)?|genitals?|genitalia|copulat\w+|coitus|prostitut\w+|pornograph\w+|obscen\w+|excrement|feces|faeces|venereal|excret\w+|urine|urinat\w+|defecat\w+|brothel\w*|whore\w*|buttocks|breasts|erotic\w*|rapist|incest\w*|masturbat\w*|crippl\w+|despicable|contemptible|uncomplimentary|obnoxious|mentally irregular|disgusting acts|violent young criminal|worthless people|body that you sit on|uncivilized|lewd|lascivious|untidy woman|dangerously seductive|seductive looking|deranged and possibly|deformed creatures|not composed of aborigines|native Africans)\b/i;

/** Whether a gloss says what no caller should hear. Words are looked at whole: Uranus is a planet. */
export function isFlagged(gloss: string, denied: ReadonlySet<string>): boolean {
  return FLAGS.test(gloss) || (gloss.toLowerCase().match(/[a-z]+/g) ?? []).some((word) => denied.has(word));
}
