import type { Caller } from "../../telephony/caller";
import type { E164 } from "../../telephony/e164";
import type { Phone, RingOrder } from "./office";

/** The most telephones that Twilio rings at once. @see https://www.twilio.com/docs/voice/twiml/dial */
export const MOST_AT_ONCE = 10;

/**
 * The telephones that may be rung for a caller: neither a line of ours nor the caller, for that would go round in circles,
 * and each once.
 */
export function ringable(
  phones: readonly Phone[],
  { lines, caller }: { readonly lines: readonly E164[]; readonly caller: Caller },
): readonly Phone[] {
  const circles: readonly string[] = caller.kind === "number" ? [...lines, caller.number] : lines;
  return [...new Set(phones)].filter((phone) => !circles.includes(phone));
}

/**
 * Telephones in the groups in which they ring, one group after another.
 * @param turn which one a round robin begins with, counted on from any start
 */
export function ringGroups(
  phones: readonly Phone[],
  order: RingOrder,
  turn: number,
): readonly (readonly Phone[])[] {
  switch (order) {
    case "atOnce":
      return grouped(phones);
    case "inTurn":
      return phones.map((phone) => [phone]);
    case "roundRobin": {
      const start = phones.length === 0 ? 0 : turn % phones.length;
      return [...phones.slice(start), ...phones.slice(0, start)].map((phone) => [phone]);
    }
  }
}

function grouped(phones: readonly Phone[]): readonly (readonly Phone[])[] {
  const count = Math.ceil(phones.length / MOST_AT_ONCE);
  return Array.from({ length: count }, (_, index) =>
    phones.slice(index * MOST_AT_ONCE, (index + 1) * MOST_AT_ONCE),
  );
}
