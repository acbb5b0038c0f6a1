import type { Home } from "../../policy/home/home";
import { joiningNotice, noticeFor, refuseOwner } from "../../policy/home/owner-joining";
import { isOwnerTicket } from "../../policy/home/owner-ticket";
import { type Room, roomNameOf } from "../../policy/home/room";
import { forgetAnnouncement, isAnnouncedTo } from "../../store/owner-announcements";
import { readRoom } from "../../store/rooms";
import { flowReturnUrl } from "../../telephony/flow-return-url";
import type { OwnerJoiningRequest } from "../../telephony/read-owner-joining";
import { serviceUrl } from "../../telephony/service-url";
import {
  renderJoiningSoon,
  renderOwnerJoining,
  renderRefusedJoining,
} from "../../twiml/render-owner-joining";
import { describeFailure } from "../log";
import type { CallWiring } from "../wiring";
import { ownerSettings } from "./owner-settings";

const NOT_YOURS = "The owner's options are not available.";
const CANNOT = "That did not work just now. Please try again in a while.";
const OVER = "That call is over.";
const NOT_TOLD = "Those who talk could not be told, so nobody can come in.";
const BEING_TOLD = "Those who talk are being told. One moment, please.";
const COMING_IN = {
  listen: "You are listening; nobody hears you. To come back, press star.",
  join: "You are in the call. To come back, press star.",
} as const;

/**
 * Lets the owner into a call, to listen or to talk: the TwiML. Who talks is told first, unless a notice was heard when the
 * call began: the owner waits, and is let in only when the words of the announcement were fetched. Whatever cannot be
 * made sure of is a refusal.
 */
export async function letOwnerIn(wiring: CallWiring, request: OwnerJoiningRequest): Promise<string> {
  const { callSid, from, ticket, flowSid } = request;
  const action = flowReturnUrl(wiring.accountSid, flowSid);
  const settings = ownerSettings(wiring, from);
  const home =
    !("lacks" in settings) && isOwnerTicket(ticket, callSid, settings.secret) ? settings.home : undefined;
  const entry = home === undefined ? { why: NOT_YOURS } : await tryEntry(wiring, request, home);
  wiring.log("owner-joining", { callSid, as: request.as, outcome: "why" in entry ? entry.why : entry.do });
  if ("why" in entry) return renderRefusedJoining(entry.why, action);
  if (entry.do === "wait") return renderJoiningSoon(BEING_TOLD, entry.told, againUrl(request));
  const isMuted = request.as === "listen";
  return renderOwnerJoining({ conference: roomNameOf(request.room), isMuted, say: entry.say, action });
}

type Entry =
  | { readonly why: string }
  | { readonly do: "wait"; readonly told: string }
  | { readonly do: "enter"; readonly say: readonly string[] };

async function tryEntry(wiring: CallWiring, request: OwnerJoiningRequest, home: Home): Promise<Entry> {
  try {
    return await enter(wiring, request, home);
  } catch (failure) {
    wiring.log("owner-not-let-in", { callSid: request.callSid, ...describeFailure(failure) });
    return { why: CANNOT };
  }
}

async function enter(wiring: CallWiring, request: OwnerJoiningRequest, home: Home): Promise<Entry> {
  const { as, callSid, isTold } = request;
  const room = await readRoom(wiring.sync(), request.room);
  const why = room === undefined ? OVER : refuseOwner(as, room, home.monitoring);
  if (room === undefined || why !== undefined) return { why: why ?? OVER };
  const mustBeTold = noticeFor(as, home.monitoring) !== "none";
  if (mustBeTold && !isTold)
    return (await announce(wiring, request, room))
      ? { do: "wait", told: joiningNotice(as, home) }
      : { why: OVER };
  if (mustBeTold && !(await isAnnouncedTo(wiring.sync(), callSid, request))) return { why: NOT_TOLD };
  return { do: "enter", say: [...(home.isRecorded ? [home.recordingNotice] : []), COMING_IN[as]] };
}

/**
 * An announcement that was asked for need not be heard: what was noted of an earlier one must not count for it.
 * @returns whether there is a conference to announce it in
 */
async function announce(
  wiring: CallWiring,
  { callSid, room: roomSid, as }: OwnerJoiningRequest,
  room: Room,
): Promise<boolean> {
  const voice = wiring.voice();
  const conferenceSid = room.conferenceSid ?? (await voice.findConference(roomNameOf(roomSid)));
  if (conferenceSid === undefined) return false;
  await forgetAnnouncement(wiring.sync(), callSid);
  const query = new URLSearchParams({ as, room: roomSid, owner: callSid });
  await voice.announce(conferenceSid, serviceUrl(wiring.domainName, `/home/announce-owner?${query}`));
  return true;
}

/** The same document again, once those who talk were told. */
function againUrl({ flowSid, ticket, room, as }: OwnerJoiningRequest): string {
  return `/home/listen?${new URLSearchParams({ flow: flowSid, ticket, room, as, told: "true" })}`;
}
