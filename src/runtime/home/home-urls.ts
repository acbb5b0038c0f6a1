import type { Notice } from "../../policy/home/room-events";
import { serviceUrl } from "../../telephony/service-url";
import type { CallSid } from "../../telephony/sids";
import type { CallWiring } from "../wiring";

/** What those on the line are told at the beginning of a call, and not later. */
export const START_NOTICE_PATH = "/home/announce";

type Host = Pick<CallWiring, "domainName">;

/** Where Twilio tells how the phone's own call goes. */
export function phoneStatusUrl({ domainName }: Host, call: CallSid): string {
  return serviceUrl(domainName, "/home/phone-status", { call });
}

/** Where Twilio tells what happens in the conference of a call. */
export function roomUrl({ domainName }: Host, call: CallSid): string {
  return serviceUrl(domainName, "/home/room", { call });
}

/** The words of what those on the line are told at the beginning of a call. */
export function startNoticeUrl({ domainName }: Host, call: CallSid, notices: readonly Notice[]): string {
  return serviceUrl(domainName, START_NOTICE_PATH, { notice: notices.join(","), call });
}

/** Where Twilio tells that the recording of a call is ready. */
export function recordedUrl({ domainName }: Host, call: CallSid): string {
  return serviceUrl(domainName, "/home/recorded", { call });
}
