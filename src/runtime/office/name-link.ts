import { renderListenLink } from "../../mail/listen-link";
import type { RecordingSid } from "../../telephony/sids";
import { inTime } from "../in-time";
import { describeFailure } from "../log";
import type { CallWiring } from "../wiring";

const LINK_SECONDS = 10 * 60;
const ASKING_MS = 1200;

/**
 * Where a name that a caller has spoken can be heard for some minutes; undefined when it cannot: played to a telephone, a
 * file that is missing would end the call. Never throws.
 */
export async function nameLink(
  wiring: CallWiring,
  recordingSid: RecordingSid | undefined,
  secret: string,
): Promise<string | undefined> {
  if (recordingSid === undefined || !(await isReady(wiring, recordingSid))) return undefined;
  const expires = Math.floor(wiring.now().getTime() / 1000) + LINK_SECONDS;
  const link = { recordingSid, expires, isOnTelephone: true };
  return renderListenLink(link, { domainName: wiring.domainName, secret });
}

async function isReady(wiring: CallWiring, recordingSid: RecordingSid): Promise<boolean> {
  try {
    const seconds = await inTime(ASKING_MS, wiring.fetchRecordingSeconds(recordingSid));
    return seconds !== undefined;
  } catch (failure) {
    wiring.log("name-not-found", { recordingSid, ...describeFailure(failure) });
    return false;
  }
}
