import { fingerprintOf } from "./canonical-flow";

/**
 * The commit message of a revision that we publish: it says what the revision holds, so that an edit shows.
 * @param definition unbound
 */
export function commitMessageOf(definition: unknown, rollbackTo?: number): string {
  const message = `gatehouse ${fingerprintOf(definition)}`;
  return rollbackTo === undefined ? message : `${message} rollback to revision ${rollbackTo}`;
}

/** The fingerprint in a commit message of ours; undefined in anybody else's. */
export function parseFingerprint(commitMessage: string): string | undefined {
  return /^gatehouse ([0-9a-f]{12})(?= |$)/.exec(commitMessage)?.[1];
}
