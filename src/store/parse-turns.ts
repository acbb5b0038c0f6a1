import type { Turns } from "../policy/office/turns";

/** What an item `turn-<department>` of the map `office` holds; a hand edit that makes no sense begins anew. */
export function parseTurns({ next, begun }: Readonly<Record<string, unknown>>): Turns {
  return { next: isTurn(next) ? next : 0, begun: parseBegun(begun) };
}

function parseBegun(value: unknown): Turns["begun"] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).filter(([, turn]) => isTurn(turn)));
}

function isTurn(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
