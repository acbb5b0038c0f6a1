/** What the caller's provider vouches for. `failed`: the signature did not verify; `none`: there was nothing to verify. */
export type Attestation = "A" | "B" | "C" | "failed" | "none";

/**
 * Reads `StirVerstat`. A failed validation never keeps its letter, for a letter that anyone may claim is worth nothing.
 * `-Diverted` and `-Passthrough` keep theirs.
 * @see https://www.twilio.com/docs/voice/trusted-calling-with-shakenstir
 */
export function parseAttestation(verstat: string | undefined): Attestation {
  const text = verstat?.trim().toUpperCase() ?? "";
  if (/^TN-VALIDATION-FAILED\b/.test(text)) return "failed";
  const letter = /^TN-VALIDATION-PASSED-([ABC])(?:-DIVERTED|-PASSTHROUGH)*$/.exec(text)?.[1];
  return letter === "A" || letter === "B" || letter === "C" ? letter : "none";
}
