import { wordsOf } from "../../policy/home/notices";
import type { Notice } from "../../policy/home/room-events";
import type { CallSid } from "../../telephony/sids";
import { renderNotices } from "../../twiml/render-notices";
import type { CallWiring } from "../wiring";
import { tellRoom } from "./tell-room";

/** Which notices are asked for. `callSid`: of the call at whose beginning they are read. */
export interface NoticeRequest {
  readonly notices: readonly Notice[];
  readonly callSid: CallSid | undefined;
}

/** The TwiML of an announcement. Without a home there is nothing to say. */
export async function readNotice(wiring: CallWiring, { notices, callSid }: NoticeRequest): Promise<string> {
  const { home } = wiring.policy();
  if (home === undefined || notices.length === 0) return NOTHING_TO_SAY;
  if (callSid !== undefined) await tellRoom(wiring, callSid, { kind: "notice-read" });
  return renderNotices(notices.map((notice) => wordsOf(notice, home)));
}

export const NOTHING_TO_SAY = renderNotices([]);
