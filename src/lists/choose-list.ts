import { didYouMean } from "../config/did-you-mean";
import { LIST_NAMES, type ListDefinition } from "./list-definition";
import { LISTS } from "./lists";

const ACCESS = { read: 0, remove: 1, edit: 2 } as const;

/**
 * The list of that name.
 * @param access what is going to be done with it
 * @throws Error that names the lists there are
 */
export function chooseList(name: string | undefined, access: ListDefinition["access"]): ListDefinition {
  const possible = LIST_NAMES.filter((candidate) => ACCESS[LISTS[candidate].access] >= ACCESS[access]);
  const chosen = LIST_NAMES.find((candidate) => candidate === name);
  if (chosen === undefined)
    throw new Error(
      name === undefined
        ? `Which list? One of ${possible.join(", ")}`
        : `There is no list ${name}${didYouMean(name, LIST_NAMES)}: one of ${possible.join(", ")}`,
    );
  if (!possible.includes(chosen))
    throw new Error(`${chosen} is not edited by hand; lists that are: ${possible.join(", ")}`);
  return LISTS[chosen];
}
