import { textIn } from "./local-text";
import type { Department, Locale, Office } from "./office";

/** The department of that id; undefined when the policy, which may have been deployed anew meanwhile, has none. */
export function departmentOf(office: Office | undefined, id: string): Department | undefined {
  return office !== undefined && Object.hasOwn(office.departments, id) ? office.departments[id] : undefined;
}

/** How a department is called; undefined for one without a name of its own, such as a telephone as operator. */
export function departmentName(office: Office | undefined, id: string, locale: Locale): string | undefined {
  return textIn(departmentOf(office, id)?.name, locale, office?.languages ?? []);
}
