/** How bad it is. A warning is something that works, and should be looked at; of a failure callers or the owner feel something. */
export const LEVELS = ["ok", "warning", "failure"] as const;
export type Level = (typeof LEVELS)[number];

/** What a check found. `fix`: the command, or the place of Twilio's console, that mends it. */
export interface Finding {
  readonly level: Level;
  readonly found: string;
  readonly fix?: string;
}

export function ok(found: string): Finding {
  return { level: "ok", found };
}

export function warning(found: string, fix: string): Finding {
  return { level: "warning", found, fix };
}

export function failure(found: string, fix: string): Finding {
  return { level: "failure", found, fix };
}

/** The complaints when there are any, else one line that says all is well. */
export function complaintsOr(well: string, complaints: readonly Finding[]): readonly Finding[] {
  return complaints.length > 0 ? complaints : [ok(well)];
}

/** The worst of some levels; all is well when there is none. */
export function worstOf(levels: readonly Level[]): Level {
  return LEVELS[Math.max(0, ...levels.map((level) => LEVELS.indexOf(level)))] ?? "failure";
}
