/** A reason not to deploy, and what mends it. */
export interface Refusal {
  readonly why: string;
  readonly fix: string;
  /** What the owner would want to see besides, line by line. */
  readonly details?: readonly string[];
}

/** Refusals as a terminal shows them. */
export function renderRefusals(refusals: readonly Refusal[]): string {
  return refusals
    .flatMap(({ why, fix, details = [] }) => [
      `- ${why}`,
      ...details.map((one) => `    ${one}`),
      `  To mend it: ${fix}`,
    ])
    .join("\n");
}
