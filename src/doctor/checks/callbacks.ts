import { isData } from "../../lists/read-entry";
import type { Callback } from "../../policy/office/callback-queue";
import { parseCallback } from "../../store/callbacks";
import { isE164 } from "../../telephony/e164";
import { check } from "../check";
import type { ListReading } from "../facts/lists";
import { complaintsOr, type Finding, ok, warning } from "../finding";

const DAY_MS = 24 * 3600 * 1000;
const PLACE = "npm run callbacks (from cron, every few minutes) places them";
const CALL =
  "Call them yourself, then remove the item in the Sync console (callbacks); after a week it goes by itself";

type Waiting = { readonly number: string; readonly callback: Callback };

/** Callers who were promised a call, and are still waiting for it. */
export const callbacksCheck = check({
  name: "callbacks",
  title: "Call-backs",
  needs: ["lists", "policy", "now"],
  judge: ({ lists, policy: { policy }, now }) => {
    const queue = queueOf(lists);
    const open = queue.filter(({ callback: { state } }) => state === "waiting" || state === "calling");
    if (policy.office === undefined && queue.length === 0) return [ok("the policy has no office")];
    return complaintsOr(open.length === 0 ? "none waiting" : `${open.length} waiting, none for a day`, [
      ...open.filter(({ callback }) => now - Date.parse(callback.askedAt) >= DAY_MS).map(judgeWaiting),
      ...queue.filter(({ callback: { state } }) => state === "failed").map(judgeFailed),
    ]);
  },
});

function queueOf(lists: readonly ListReading[]): Waiting[] {
  const entries = lists.flatMap((list) =>
    list.name === "callbacks" && "entries" in list ? list.entries : [],
  );
  return entries.flatMap(({ key, data }) => {
    const callback = isE164(key) && isData(data) ? parseCallback(data) : undefined;
    return callback === undefined ? [] : [{ number: key, callback }];
  });
}

function judgeWaiting({ number, callback: { askedAt, tries } }: Waiting): Finding {
  const tried = tries === 0 ? "nobody has tried" : `tried ${tries} times`;
  return warning(`${number} has waited for a call since ${askedAt}: ${tried}`, PLACE);
}

function judgeFailed({ number, callback: { askedAt, tries, note } }: Waiting): Finding {
  const why = note === undefined ? "" : ` (${note})`;
  return warning(
    `${number}, who asked for a call at ${askedAt}, was not reached in ${tries} tries${why}`,
    CALL,
  );
}
