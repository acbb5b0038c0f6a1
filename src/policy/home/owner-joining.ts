import type { Home } from "./home";
import type { Room } from "./room";

/** How the owner comes into a call: unheard, or as one more who talks. */
export const JOINING = ["listen", "join"] as const;
export type Joining = (typeof JOINING)[number];

/** What those who talk must be told before the owner comes in; `none`: they were told when the call began. */
export type NoticeToGive = "none" | "monitoring" | "joining";

/**
 * Why the owner may not come into a call, as it is spoken; undefined when nothing is against it. Nobody listens to a call
 * whose parties were not told, and there is no way to ask for it.
 */
export function refuseOwner(as: Joining, room: Room, monitoring: Home["monitoring"]): string | undefined {
  if (as === "listen" && monitoring === "off") return "Listening to calls is switched off.";
  if (room.state !== "talking") return "That call is over.";
  if (room.direction === "out") return "A call that was made from the phone can be ended, but not joined.";
  const isTold = room.isAnnounced === true;
  if (as === "listen" && monitoring === "atStart" && !isTold)
    return "The notice was not given when that call began, so it cannot be listened to.";
  return undefined;
}

const JOINING_NOTICE = "The owner of this telephone joins the call.";

/** What those who talk are told before the owner comes in. */
export function joiningNotice(as: Joining, { monitoringNotice }: Home): string {
  return as === "listen" ? monitoringNotice : JOINING_NOTICE;
}

/** What must be announced before the owner comes in. */
export function noticeFor(as: Joining, monitoring: Home["monitoring"]): NoticeToGive {
  if (as === "join") return "joining";
  return monitoring === "atStart" ? "none" : "monitoring";
}
