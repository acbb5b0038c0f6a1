import type { Account } from "../../account/account";
import {
  listCallsSince,
  listRecordingsSince,
  type PastCall,
  type PastRecording,
} from "../../account/call-history";
import { ask } from "../../account/ask";
import { openSync } from "../../store/open-sync";
import type { SyncGateway, SyncItem } from "../../store/sync-gateway";
import { type FactSource, gathering } from "../fact-source";

/** The calls of the last day to our lines, and what we keep of each. */
export interface CallHistory {
  readonly calls: readonly (PastCall & { readonly row: SyncItem["data"] | undefined })[];
  readonly recordings: readonly (PastRecording & { readonly isKept: boolean })[];
}

const DAY_MS = 24 * 3600 * 1000;
/** So few at once that Sync, which takes 20 reads a second of a map, need not ask for patience. */
const AT_ONCE = 5;

export const callHistorySource: FactSource<CallHistory> = gathering({
  lacking: "the calls of the last day cannot be read",
  needs: ["account", "policy", "syncObjects"],
  seconds: 120,
  gather: async ({ account, policy: { policy }, syncObjects: { serviceSid } }, { now }) => {
    const since = now() - DAY_MS;
    const sync = openSync(account.client, serviceSid);
    const [all, recordings] = await Promise.all([
      listCallsSince(account, since),
      listRecordingsSince(account, since),
    ]);
    const isOurs = ({ to, direction, startedAt = 0 }: PastCall) =>
      direction === "inbound" && to in policy.lines && startedAt >= since;
    const calls = all.filter(isOurs);
    const ours = recordings.filter(({ callSid }) => calls.some(({ sid }) => sid === callSid));
    const rows = await readEach(account, calls, (sid) => sync.readItem("calls", sid));
    const kept = await readEach(account, ours, (sid) => sync.readItem("voicemails", sid));
    return {
      calls: calls.map((call) => ({ ...call, row: rows.get(call.sid)?.data })),
      recordings: ours.map((one) => ({ ...one, isKept: kept.get(one.sid) !== undefined })),
    };
  },
});

async function readEach(
  account: Account,
  things: readonly { readonly sid: string }[],
  read: (sid: string) => ReturnType<SyncGateway["readItem"]>,
): Promise<ReadonlyMap<string, SyncItem | undefined>> {
  const found = new Map<string, SyncItem | undefined>();
  for (let at = 0; at < things.length; at += AT_ONCE)
    await Promise.all(
      things.slice(at, at + AT_ONCE).map(async ({ sid }) => {
        found.set(sid, await ask(account, `read what is kept of ${sid}`, () => read(sid)));
      }),
    );
  return found;
}
