import type { ConferenceRow } from "../../account";
import type { Participant, Room } from "../../voice/conference/room";
import { type ApiWorld, accountUri } from "./api-world";
import { rfc2822Date } from "./rfc2822-date";

/** The JSON of a conference. @see https://www.twilio.com/docs/voice/api/conference-resource */
export function formatConference(world: ApiWorld, row: ConferenceRow): Record<string, unknown> {
  const uri = `${accountUri(world)}/Conferences/${row.sid}`;
  return {
    account_sid: world.account.sid,
    date_created: rfc2822Date(row.dateCreated),
    date_updated: rfc2822Date(row.dateUpdated),
    api_version: "2010-04-01",
    friendly_name: row.friendlyName,
    region: "us1",
    sid: row.sid,
    status: row.status,
    uri: `${uri}.json`,
    subresource_uris: { participants: `${uri}/Participants.json`, recordings: `${uri}/Recordings.json` },
    reason_conference_ended: row.reasonEnded ?? null,
    call_sid_ending_conference: row.callSidEnding ?? null,
  };
}

/** The JSON of a participant; only the reply that creates it has a queue time. @see https://www.twilio.com/docs/voice/api/conference-participant-resource */
export function formatParticipant(
  world: ApiWorld,
  room: Room,
  { participant, queueTime }: { readonly participant: Participant; readonly queueTime?: string },
): Record<string, unknown> {
  const { leg, settings, muted, hold, endConferenceOnExit, status } = participant;
  const conference = `${accountUri(world)}/Conferences/${room.row.sid}`;
  return {
    account_sid: world.account.sid,
    call_sid: leg.row.sid,
    label: settings.label ?? null,
    call_sid_to_coach: null,
    coaching: false,
    conference_sid: room.row.sid,
    date_created: rfc2822Date(participant.dateCreated),
    date_updated: rfc2822Date(participant.dateUpdated),
    end_conference_on_exit: endConferenceOnExit,
    muted,
    hold,
    start_conference_on_enter: settings.startConferenceOnEnter,
    status,
    queue_time: queueTime ?? null,
    uri: `${conference}/Participants/${leg.row.sid}.json`,
  };
}
