import type { Rule, Screening } from "../facts";

/**
 * The owner's number, which anybody may claim: it is asked for the PIN, and without it treated as any listed caller.
 * What the network vouches for is said, and may be required.
 */
export const owner: Rule = {
  needs: [],
  otherwise: (screening) => (isOwnersNumber(screening) ? whyNotAsked(screening) : "not the owner's number"),
  decide: (screening) => {
    if (!isOwnersNumber(screening) || whyNotAsked(screening) !== "") return undefined;
    const reason = `the owner's number, ${vouched(screening)}: the PIN is asked for`;
    return { action: "owner", say: ASK_PIN, reason };
  },
};

const ASK_PIN =
  "Hello. For the owner's options, enter your PIN and press pound. To ring the phone, please stay on the line.";

function isOwnersNumber({ caller, owner: { phone } }: Screening): boolean {
  return caller.kind === "number" && caller.number === phone;
}

/** Why the owner's number is not asked for the PIN; empty when it is. */
function whyNotAsked(screening: Screening): string {
  const {
    owner: { hasPin, hasOffice },
    home,
    attestation,
  } = screening;
  if (home === undefined && !hasOffice)
    return "the owner's number, but there is neither a home nor an office";
  if (!hasPin) return "the owner's number, but there is no OWNER_PIN_HASH";
  const isVouchedFor = (home?.ownerAttestation ?? "any") === "any" || attestation === "A";
  return isVouchedFor ? "" : `the owner's number, but ${vouched(screening)}, and A is required`;
}

function vouched({ attestation }: Screening): string {
  switch (attestation) {
    case "none":
      return "not attested";
    case "failed":
      return "attestation failed";
    default:
      return `attested ${attestation}`;
  }
}
