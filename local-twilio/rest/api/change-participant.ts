import { announce } from "../../voice/conference/announce";
import { tellConference } from "../../voice/conference/conference-events";
import { notify, type Participant, type Room } from "../../voice/conference/room";
import { readForm } from "./read-form";
import { refuseParameters } from "./refuse-parameters";

const SUPPORTED = ["Muted", "Hold", "EndConferenceOnExit", "AnnounceUrl", "AnnounceMethod"];

/**
 * Changes a participant of a conference, and tells the conference's status callback of each change.
 * @see https://www.twilio.com/docs/voice/api/conference-participant-resource#update-a-participant-resource
 * @throws TwilioError 400 for what is wrong, 501 for what local Twilio does not do
 */
export function changeParticipant(room: Room, participant: Participant, body: URLSearchParams): void {
  refuseParameters(body, "UpdateParticipant", SUPPORTED);
  const form = readForm(body);
  const url = form.url("AnnounceUrl", "");
  const method = form.method("AnnounceMethod", "POST");
  const ends = form.flag("EndConferenceOnExit", participant.endConferenceOnExit);
  participant.dateUpdated = room.world.clock.now();
  mute(room, participant, readSwitch(body, "Muted", participant.muted));
  hold(room, participant, readSwitch(body, "Hold", participant.hold));
  if (ends !== participant.endConferenceOnExit) {
    participant.endConferenceOnExit = ends;
    tellConference(room, "participant-modify", { participant });
  }
  if (url !== "")
    room.world.switchboard.background.add(announce(room, { url, method, parameters: {} }, participant));
}

/** "Anything value other than `true` or `false` is interpreted as `false`." */
function readSwitch(body: URLSearchParams, name: string, before: boolean): boolean {
  return body.has(name) ? body.get(name) === "true" : before;
}

function mute(room: Room, participant: Participant, muted: boolean): void {
  if (muted === participant.muted) return;
  participant.muted = muted;
  tellConference(room, muted ? "participant-mute" : "participant-unmute", { participant });
}

function hold(room: Room, participant: Participant, isHeld: boolean): void {
  if (isHeld === participant.hold) return;
  participant.hold = isHeld;
  tellConference(room, isHeld ? "participant-hold" : "participant-unhold", { participant });
  notify(participant);
}
