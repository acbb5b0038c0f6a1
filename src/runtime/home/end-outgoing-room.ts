import type { Room } from "../../policy/home/room";
import { changeRoom } from "../../store/rooms";
import type { CallSid } from "../../telephony/sids";
import { describeFailure } from "../log";
import type { CallWiring } from "../wiring";

/** Lets the phone count as free again, once a call from it is over. Never throws. */
export async function endOutgoingRoom(wiring: CallWiring, callSid: CallSid): Promise<void> {
  const close = (room: Room | undefined) =>
    room === undefined || room.state === "over" ? room : ({ ...room, state: "over" } as const);
  try {
    const store = { sync: wiring.sync(), random: () => wiring.random() };
    await changeRoom(store, callSid, close);
  } catch (failure) {
    wiring.log("room-not-ended", { callSid, ...describeFailure(failure) });
  }
}
