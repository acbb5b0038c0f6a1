import type { Room } from "../../policy/home/room";
import type { RoomEvent, RoomOrder } from "../../policy/home/room-events";
import { moveRoom, type RoomMove } from "../../policy/home/room-transitions";
import { changeRoom } from "../../store/rooms";
import type { CallSid } from "../../telephony/sids";
import { inTime } from "../in-time";
import { describeFailure } from "../log";
import type { CallWiring } from "../wiring";

/** Somebody rings, or waits to be let go: longer than that nobody waits for Sync. */
const SYNC_MS = 1500;

/** What was found, what it has become, and what is to be done now. */
export interface RoomNews {
  readonly before: Room | undefined;
  readonly room: Room | undefined;
  readonly orders: readonly RoomOrder[];
  /** Whether Sync has it. */
  readonly isKept: boolean;
}

/**
 * Tells a room what has happened. With Sync out of reach it is as if nothing were known of the room: what must be done
 * all the same is done. Never throws.
 */
export async function tellRoom(
  wiring: CallWiring,
  callSid: CallSid,
  event: RoomEvent,
  ms = SYNC_MS,
): Promise<RoomNews> {
  const at = wiring.now().toISOString();
  let before: Room | undefined;
  let move: RoomMove = moveRoom(undefined, event, at);
  const change = (current: Room | undefined) => {
    before = current;
    move = moveRoom(current, event, at);
    return move.room;
  };
  const isKept = await keep(wiring, { callSid, event, ms }, change);
  const { room, orders } = move;
  return { before, room, orders: isKept ? orders : orders.filter(mayBeRepeated), isKept };
}

/** What is not written down as done would be done again. */
const mayBeRepeated = ({ kind }: RoomOrder): boolean => kind !== "announce" && kind !== "record";

async function keep(
  wiring: CallWiring,
  { callSid, event, ms }: { readonly callSid: CallSid; readonly event: RoomEvent; readonly ms: number },
  change: (current: Room | undefined) => Room | undefined,
): Promise<boolean> {
  const fail = (details: Readonly<Record<string, string | number | boolean>>) =>
    wiring.log("room-not-told", { callSid, what: event.kind, ...details });
  try {
    const store = { sync: wiring.sync(), random: () => wiring.random() };
    const changed = await inTime(ms, changeRoom(store, callSid, change));
    if (changed !== undefined && changed.outcome !== "lost") return true;
    fail({ message: changed === undefined ? "Sync was too slow" : "others were faster" });
  } catch (failure) {
    fail(describeFailure(failure));
  }
  return false;
}
