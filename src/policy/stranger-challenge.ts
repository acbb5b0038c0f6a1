import type { Screening } from "./facts";
import { loopOf } from "./ring";
import type { Verdict } from "./verdict";

/**
 * Asks a stranger for what the line asks for: digits, or a name that is then announced to whoever picks up. Where the one
 * is impossible the other is tried; undefined when neither can be.
 */
export function strangerChallenge(screening: Screening, reason: string): Verdict | undefined {
  const digits = screening.canChallenge ? ({ action: "challenge", reason } as const) : undefined;
  if (screening.line.challenge.kind === "digits") return digits;
  return announced(screening, "name", reason) ?? digits;
}

/** Rings the line's telephone, whose owner hears who calls; undefined where that cannot be, or would go round in circles. */
export function announced(
  { line, caller, canAnnounce }: Screening,
  as: "name" | "forged",
  reason: string,
): Verdict | undefined {
  const { to } = line.ring;
  if (!canAnnounce || to === "home" || loopOf(to, line, caller) !== undefined) return undefined;
  return { action: "announce", to, as, reason };
}

/** Why nobody can be asked, for the trace. */
export function unaskable({ line }: Screening): string {
  const missing =
    line.challenge.kind === "name" ? "neither LINK_SECRET nor CHALLENGE_SECRET" : "no CHALLENGE_SECRET";
  return `cannot be asked: there is ${missing}`;
}
