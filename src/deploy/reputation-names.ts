import type { EnvironmentName } from "../config/environment";
import type { Project } from "./project";

/** Whose requests are paid for by an account of their own, and the variables that name it. */
const CREDENTIALS: Readonly<Partial<Record<string, readonly EnvironmentName[]>>> = {
  telesign: ["TELESIGN_CUSTOMER_ID", "TELESIGN_API_KEY"],
  "telesign-intelligence": ["TELESIGN_CUSTOMER_ID", "TELESIGN_API_KEY"],
};

/** Whether any line asks for the reputation of its callers. */
export function asksForReputation({ lines, reputation }: Pick<Project, "lines" | "reputation">): boolean {
  return reputation !== undefined && lines.some(({ rules }) => rules.includes("reputation"));
}

/** The variables without which nobody's reputation could be found out, so that every caller's were unknown. */
export function reputationNames(project: Pick<Project, "lines" | "reputation">): readonly EnvironmentName[] {
  const { reputation } = project;
  if (reputation === undefined || !asksForReputation(project)) return [];
  return CREDENTIALS[reputation.provider] ?? [];
}
