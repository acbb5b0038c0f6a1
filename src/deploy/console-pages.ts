import type { Admin } from "../policy/console";
import type { VanityPolicy } from "../policy/vanity/vanity";
import type { Deployment } from "./deployment";

/** What of a policy says which pages are of use. */
export interface PageFacts {
  readonly vanity?: VanityPolicy | undefined;
  readonly admins: readonly Admin[];
}

/** The pages of the web console that a policy has a use for, as Functions serve them: for anybody, and for administrators. */
export function consolePages({ vanity, admins }: PageFacts): readonly string[] {
  return [...(vanity?.page ? ["/vanity.html"] : []), ...(admins.length > 0 ? ["/sign-in.html"] : [])];
}

/** Where those pages are; none before the web console is deployed. */
export function pageAddresses({ console }: Pick<Deployment, "console">, facts: PageFacts): readonly string[] {
  const domainName = console?.domainName;
  return domainName === undefined ? [] : consolePages(facts).map((path) => `https://${domainName}${path}`);
}
