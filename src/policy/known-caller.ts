import type { ListFacts, Screening } from "./facts";
import { findPattern, isInScope } from "./list-entries";
import { lockedBecause, strikesBefore } from "./strikes";

/**
 * Where a caller's number stands, in words, wherever the rules about it are among the line's; undefined for a stranger's. It says
 * nothing of who calls: the number may be forged.
 */
export function knownBecause(screening: Screening, lists: Partial<ListFacts>): string | undefined {
  const { contact, caller, owner } = screening;
  if (contact.kind === "known") return "in the address book";
  if (caller.kind === "number" && caller.number === owner.phone) return "the owner's number";
  const isListed = LISTS.some((list) => isOn(list, screening, lists));
  return isListed || isLocked(screening, lists) ? "on a list of this line" : undefined;
}

const LISTS = ["forwardlist", "blocklist", "allowlist"] as const;

function isOn(list: (typeof LISTS)[number], screening: Screening, lists: Partial<ListFacts>): boolean {
  const own = lists[list];
  if (own !== undefined && isInScope(own, screening)) return true;
  return list !== "allowlist" && findPattern(lists.patterns, list, screening) !== undefined;
}

function isLocked({ callSid, line }: Screening, { graylist }: Partial<ListFacts>): boolean {
  return (
    graylist !== undefined && lockedBecause(strikesBefore(graylist, callSid), line.strikes) !== undefined
  );
}
