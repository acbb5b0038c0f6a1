import type { UncompiledPolicy } from "../config/read-policy";

type Lines = Pick<UncompiledPolicy, "lines">;

/** The lines that ring the home's SIP phone. */
export function homeLinesOf(policy: Lines | undefined): string[] {
  return linesOf(policy).flatMap(({ number, ring }) => (ring.to === "home" ? [number] : []));
}

/** The telephone that the first of the other lines rings. */
export function ringingPhoneOf(policy: Lines | undefined): string | undefined {
  return linesOf(policy).find(({ ring }) => ring.to !== "home")?.ring.to;
}

const linesOf = (policy: Lines | undefined) => Object.values(policy?.lines ?? {});
