import { type Admission, admit, type NamedRoom, othersInUse } from "../../policy/home/room-waiting";
import { readHomeState } from "../../store/home-state";
import { isLive, parseCallStatus } from "../../telephony/call-status";
import { inTime } from "../in-time";
import type { CallWiring } from "../wiring";

/** Of the time that Sync has. */
const LOOKING_MS = 800;

/**
 * Before somebody is a second caller: whoever may be calling back after an emergency call rings all the same, and a call
 * whose end nobody could write down is in nobody's way. Never throws.
 */
export async function lookAgain(
  wiring: CallWiring,
  mine: NamedRoom,
  asked: Parameters<typeof admit>[1],
): Promise<Admission> {
  const { rooms, secondCaller, now } = asked;
  const looking = Promise.all([
    isCalledBack(wiring, now),
    roomsThatAreOver(wiring, othersInUse(mine, rooms, now)),
  ]);
  const [isCallback, over] = (await inTime(LOOKING_MS, looking)) ?? [false, []];
  if (over.length > 0) wiring.log("rooms-never-closed", { callSid: mine.callSid, rooms: over.length });
  if (isCallback) return "ring";
  return admit(mine, { secondCaller, now, rooms: rooms.filter((each) => !over.includes(each)) });
}

async function isCalledBack(wiring: CallWiring, now: number): Promise<boolean> {
  const state = await readHomeState(wiring.sync()).catch(() => undefined);
  return now < (state?.callbacksUntil ?? 0);
}

/** Of those that are said to talk the ones whose call has ended, as Twilio has it. Where it does not say, they talk. */
async function roomsThatAreOver(
  wiring: CallWiring,
  rooms: readonly NamedRoom[],
): Promise<readonly NamedRoom[]> {
  const talking = rooms.filter(({ room }) => room.state === "talking");
  const areOver = await Promise.all(talking.map(({ callSid }) => isOver(wiring, callSid)));
  return talking.filter((_room, index) => areOver[index]);
}

async function isOver(wiring: CallWiring, callSid: string): Promise<boolean> {
  try {
    const call = await wiring.fetchCall(callSid);
    const status = parseCallStatus(call?.status);
    return call === undefined || (status !== undefined && !isLive(status));
  } catch {
    return false;
  }
}
