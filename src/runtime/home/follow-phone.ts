import type { Room } from "../../policy/home/room";
import type { CallerPlace } from "../../policy/home/room-events";
import { readRoom } from "../../store/rooms";
import type { PhoneStatus } from "../../telephony/read-phone-status";
import type { CallSid } from "../../telephony/sids";
import { inTime } from "../in-time";
import type { CallWiring } from "../wiring";
import { carryOut } from "./carry-out";
import { placeOfCaller } from "./place-of-caller";
import { type RoomNews, tellRoom } from "./tell-room";

/** Takes in how the phone's own call goes: a caller whom nobody answers is let go, a phone that nobody waits for too. */
export async function followPhone(
  wiring: CallWiring,
  { callSid, phoneCallSid, status }: PhoneStatus,
): Promise<RoomNews> {
  const caller = status === "in-progress" ? await lookForCaller(wiring, callSid) : "unknown";
  const news = await tellRoom(wiring, callSid, { kind: "phone", status, phoneCallSid, caller });
  await carryOut(wiring, callSid, news.orders);
  return news;
}

/** Where it makes a difference: the room of a caller who is not waited for any more says so itself. */
async function lookForCaller(wiring: CallWiring, callSid: CallSid): Promise<CallerPlace> {
  const room = await lookIntoRoom(wiring, callSid);
  if (room?.state === "unanswered" || room?.state === "over") return "unknown";
  return placeOfCaller(wiring, callSid, room);
}

const READING_MS = 800;

async function lookIntoRoom(wiring: CallWiring, callSid: CallSid): Promise<Room | undefined> {
  try {
    return await inTime(READING_MS, readRoom(wiring.sync(), callSid));
  } catch {
    return undefined;
  }
}
