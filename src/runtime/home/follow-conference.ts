import { noticesAtStart, parseNotices } from "../../policy/home/notices";
import type { EndedBy, RoomEvent } from "../../policy/home/room-events";
import { isLive } from "../../telephony/call-status";
import type { ConferenceEvent } from "../../telephony/read-conference-event";
import type { CallWiring } from "../wiring";
import { carryOut } from "./carry-out";
import { START_NOTICE_PATH } from "./home-urls";
import { type RoomNews, tellRoom } from "./tell-room";

/** Takes in what happens in the conference of a call; undefined when it changes nothing for us. */
export async function followConference(
  wiring: CallWiring,
  event: ConferenceEvent,
): Promise<RoomNews | undefined> {
  const { callSid } = event;
  if (event.name === "announcement-fail") wiring.log("announcement-failed", { callSid });
  const news = newsIn(wiring, event);
  if (news === undefined) return undefined;
  const told = await tellRoom(wiring, callSid, news);
  await carryOut(wiring, callSid, told.orders);
  return told;
}

/** @see https://www.twilio.com/docs/voice/twiml/conference#attributes-statusCallback-request-parameters */
function newsIn(wiring: CallWiring, event: ConferenceEvent): RoomEvent | undefined {
  const { name, conferenceSid } = event;
  switch (name) {
    case "conference-start":
      return { kind: "started", conferenceSid, notices: noticesAtStart(wiring.policy().home) };
    case "conference-end":
      return { kind: "ended", by: enderOf(event) };
    case "participant-join":
      return isCaller(event) ? { kind: "joined", conferenceSid } : undefined;
    case "participant-leave":
      return isCaller(event) ? { kind: "ended", by: whyLeft(event) } : phoneLeft(event);
    case "announcement-end":
      return announced(event);
    default:
      return undefined;
  }
}

const isCaller = ({ participant, callSid }: ConferenceEvent): boolean => participant === callSid;
const isPhone = ({ label }: ConferenceEvent): boolean => label === "phone";

function enderOf(event: ConferenceEvent): EndedBy {
  if (event.reason === "conference-ended-via-api") return "service";
  if (isCaller(event)) return "caller";
  return isPhone(event) ? "phone" : "unknown";
}

const WHY_LEFT: Readonly<Record<string, EndedBy>> = {
  participant_hung_up: "caller",
  conference_ended_via_api: "service",
  participant_updated_via_api: "service",
  moderator_ended_conference: "phone",
};

function whyLeft({ reason = "" }: ConferenceEvent): EndedBy {
  return Object.hasOwn(WHY_LEFT, reason) ? (WHY_LEFT[reason] ?? "unknown") : "unknown";
}

/** The same that the phone's own callbacks tell, should they be lost: it leaves also when it was never answered. */
function phoneLeft(event: ConferenceEvent): RoomEvent | undefined {
  const { participant, participantStatus: status } = event;
  if (!isPhone(event) || participant === undefined || status === undefined || isLive(status))
    return undefined;
  return { kind: "phone", status, phoneCallSid: participant };
}

/** Only what was announced at the beginning is told to the room of its call. */
function announced({ callSid, announceUrl }: ConferenceEvent): RoomEvent | undefined {
  if (announceUrl === undefined || !URL.canParse(announceUrl)) return undefined;
  const { pathname, searchParams } = new URL(announceUrl);
  if (pathname !== START_NOTICE_PATH || searchParams.get("call") !== callSid) return undefined;
  return { kind: "announced", notices: parseNotices(searchParams.get("notice") ?? undefined) };
}
