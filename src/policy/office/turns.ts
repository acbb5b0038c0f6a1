/** Where a round robin stands: `next` begins the next call, `begun` says where the last ten calls began. */
export interface Turns {
  readonly next: number;
  readonly begun: Readonly<Record<string, number>>;
}

const CALLS_KEPT = 10;

/**
 * Where a call begins among so many telephones, and how the round robin stands after it: as it was, for a call that has begun
 * before.
 */
export function takeTurn(
  turns: Turns,
  callSid: string,
  phones: number,
): { readonly mine: number; readonly after: Turns } {
  const known = Object.hasOwn(turns.begun, callSid) ? turns.begun[callSid] : undefined;
  if (known !== undefined) return { mine: known, after: turns };
  const mine = turns.next % phones;
  const kept = Object.entries(turns.begun).slice(1 - CALLS_KEPT);
  return {
    mine,
    after: { next: (mine + 1) % phones, begun: { ...Object.fromEntries(kept), [callSid]: mine } },
  };
}
