import type { Deployment } from "./deployment";
import type { Project } from "./project";

/** The pages of the web console that a policy has a use for, as Functions serve them: for anybody, and for administrators. */
export function consolePages({ vanity, admins }: Pick<Project, "vanity" | "admins">): readonly string[] {
  return [...(vanity?.page ? ["/vanity.html"] : []), ...(admins.length > 0 ? ["/sign-in.html"] : [])];
}

/** Where those pages are; none before the web console is deployed. */
export function pageAddresses(
  { console }: Pick<Deployment, "console">,
  project: Pick<Project, "vanity" | "admins">,
): readonly string[] {
  const domainName = console?.domainName;
  return domainName === undefined ? [] : consolePages(project).map((path) => `https://${domainName}${path}`);
}
