import type { Screening } from "./facts";

/**
 * Why a contact's number may be forged, on a line whose rules name `attestation`; undefined when nothing says so. A failed
 * signature does; where the policy is strict, so does anything less than a full one.
 */
export function doubtOf({ line, attestation }: Screening): string | undefined {
  if (!line.rules.includes("attestation")) return undefined;
  if (attestation === "failed") return "the signature of the number does not verify";
  if (!line.evidence.attestation.strict || attestation === "A") return undefined;
  return attestation === "none" ? "the number is not signed" : `the number is signed ${attestation} only`;
}
