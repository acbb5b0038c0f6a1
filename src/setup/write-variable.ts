import { editEnvironment } from "./edit-environment";
import type { House } from "./house-files";
import { writeHouse } from "./write-house";

/**
 * Writes one variable into `.env`, readable by the owner only; an empty value takes it away. False when it stood there
 * already. @param folder the project's root @throws Error for a `.env` in which it would not be read
 */
export function writeVariable(
  folder: string,
  house: House,
  [name, value]: readonly [string, string],
): boolean {
  const { text, changes } = editEnvironment(house.environmentText ?? "", new Map([[name, value]]));
  if (changes.length === 0) return false;
  writeHouse(folder, { environment: text, policy: house.policyText ?? "", contacts: undefined, changes });
  return true;
}
