import { rfc2822, sendCallback } from "../callback";
import type { ConferenceEventKind } from "./conference-noun";
import type { Participant, Room } from "./room";

/** What happens in a conference, by the name that the callback gives it, and the event that subscribes to it. */
const KINDS = {
  "conference-start": "start",
  "conference-end": "end",
  "participant-join": "join",
  "participant-leave": "leave",
  "participant-mute": "mute",
  "participant-unmute": "mute",
  "participant-hold": "hold",
  "participant-unhold": "hold",
  "participant-modify": "modify",
  "participant-speech-start": "speaker",
  "participant-speech-stop": "speaker",
  "announcement-end": "announcement",
} as const satisfies Readonly<Record<string, ConferenceEventKind>>;
export type ConferenceEvent = keyof typeof KINDS;

/** What an event is about besides the conference itself. */
export interface EventDetails {
  readonly participant?: Participant | undefined;
  readonly extra?: Readonly<Record<string, string>>;
}

/**
 * Tells the conference's status callback of an event, if it subscribes to it. Nobody waits for the reply.
 * @see https://www.twilio.com/docs/voice/twiml/conference#attributes-statusCallback (request parameters)
 */
export function tellConference(room: Room, event: ConferenceEvent, details: EventDetails = {}): void {
  room.events += 1;
  const callback = room.settings?.statusCallback;
  if (!callback?.events.includes(KINDS[event])) return;
  const { url, method } = callback;
  const parameters = { ...parametersOf(room, event), ...participantParameters(details), ...details.extra };
  const [leg] = room.witnesses;
  const log = leg?.log ?? { note: () => undefined };
  const owner = { world: room.world, log, documentUrl: "" };
  room.lastCallback = room.lastCallback.then(() => sendCallback(owner, { url, method, parameters }));
  for (const { background } of [...room.witnesses, room.world.switchboard]) background.add(room.lastCallback);
}

function parametersOf({ world, row, events }: Room, event: ConferenceEvent): Record<string, string> {
  return {
    ConferenceSid: row.sid,
    FriendlyName: row.friendlyName,
    AccountSid: world.account.sid,
    SequenceNumber: String(events),
    Timestamp: rfc2822(world.clock.now()),
    StatusCallbackEvent: event,
  };
}

function participantParameters({ participant }: EventDetails): Record<string, string> {
  if (participant === undefined) return {};
  const { leg, muted, hold, endConferenceOnExit, settings } = participant;
  return {
    CallSid: leg.row.sid,
    Muted: String(muted),
    Hold: String(hold),
    Coaching: "false",
    EndConferenceOnExit: String(endConferenceOnExit),
    StartConferenceOnEnter: String(settings.startConferenceOnEnter),
    ...(settings.label === undefined ? {} : { ParticipantLabel: settings.label }),
  };
}
