/** One thing that a run of setup changes. The values of secrets are never part of it. */
export interface Change {
  /** Below the project's root. */
  readonly file: string;
  /** A variable, a path of the policy, or what else of the file. */
  readonly what: string;
  /** Undefined when there was nothing, and for a secret. */
  readonly from?: string | undefined;
  /** Undefined for a secret. */
  readonly to?: string | undefined;
}

/** A file's text with changes made, and what they were. */
export interface Edited {
  readonly text: string;
  readonly changes: readonly Change[];
}
