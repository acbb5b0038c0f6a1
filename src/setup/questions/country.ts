import { checkedField } from "../check-field";
import { countryHere } from "../country-here";
import type { Question } from "../question";

/** Whose numbers those without `+` are, in the policy and in the address book. */
export const country: Question = {
  variable: "GATEHOUSE_COUNTRY",
  prompt: "Country",
  help: "two letters, such as US: numbers without + are read as this country's",
  kept: ({ policy }) => policy?.country,
  suggest: countryHere,
  check: (text) => checkedField(["country"], text.toUpperCase()),
};
