import type { CallStatus } from "../../telephony/call-status";

/** Where the caller is when the phone is answered: in the conference, elsewhere (at the tone, say), or no longer on the line. */
export type CallerPlace = "inside" | "elsewhere" | "gone" | "unknown";

/** Who ended a conference. `service`: a request of ours. */
export type EndedBy = "caller" | "phone" | "service" | "unknown";

/** What those on the line are told at the beginning of a call. */
export const NOTICES = ["monitoring", "recording"] as const;
export type Notice = (typeof NOTICES)[number];

/** What can happen to a call with the home's phone. Twilio tells most of it in any order, twice, or not at all. */
export type RoomEvent =
  | { readonly kind: "claimed"; readonly number?: string; readonly line?: string }
  | { readonly kind: "second-caller" }
  /** Twilio has said that it rings the phone. */
  | { readonly kind: "rung"; readonly phoneCallSid: string; readonly conferenceSid: string }
  /** Twilio has refused to ring it, or has not said in time; the caller is not led into the conference. */
  | { readonly kind: "ring-failed" }
  | {
      readonly kind: "phone";
      readonly status: CallStatus;
      readonly phoneCallSid: string;
      readonly caller?: CallerPlace;
    }
  /** The caller is in the conference. */
  | { readonly kind: "joined"; readonly conferenceSid: string }
  /** Both are. `notices`: what they are to be told at once. */
  | { readonly kind: "started"; readonly conferenceSid: string; readonly notices: readonly Notice[] }
  /** The words of what they are told at the beginning were handed to Twilio. */
  | { readonly kind: "notice-read" }
  /** It was played to its end. */
  | { readonly kind: "announced"; readonly notices: readonly Notice[] }
  | { readonly kind: "ended"; readonly by: EndedBy }
  /** The caller has heard it ring for longer than it can. */
  | { readonly kind: "waited" }
  /** The caller is back in the flow, or has hung up. */
  | { readonly kind: "returned"; readonly isOnLine: boolean };

/** What is to be asked of Twilio after an event. Each may be done twice without harm, but for `announce` and `record`. */
export type RoomOrder =
  /** Lets everybody in it go. Without its SID it is the one of the room's name. */
  | { readonly kind: "complete-conference"; readonly conferenceSid?: string }
  | { readonly kind: "end-phone"; readonly phoneCallSid: string }
  | { readonly kind: "announce"; readonly conferenceSid: string; readonly notices: readonly Notice[] }
  | { readonly kind: "record" };
