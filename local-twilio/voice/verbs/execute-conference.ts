import { absoluteUrl } from "../absolute-url";
import { attendRoom, type Stayed } from "../conference/attend-room";
import { type ConferenceNoun, type ConferenceSettings, isLabel } from "../conference/conference-noun";
import { enterRoom } from "../conference/enter-room";
import { connected, createParticipant, hasLabel, openRoom, type Room } from "../conference/room";
import { type DocumentRequest, NEXT_VERB, type Next, requestAction } from "../document-request";
import { answer, type Leg } from "../leg";
import { TwimlError } from "../twiml-error";
import type { Dial } from "./parse-dial";

/**
 * Joins a conference, and requests the action once the leg is out of it. A label that is taken or invalid lets the call
 * go on with the next verb.
 * @see https://www.twilio.com/docs/voice/twiml/conference
 */
export async function executeConference(leg: Leg, dial: Dial, noun: ConferenceNoun): Promise<Next> {
  answer(leg);
  const room = openRoom(leg.world, noun.name);
  const problem = labelProblem(room, noun.participant.label);
  if (problem !== undefined) {
    leg.log.fail(problem.code, problem.message);
    return NEXT_VERB;
  }
  const stayed = await stayIn(leg, dial, { room, noun });
  const report = reportOf(dial, stayed);
  if (stayed.end === "hungUp") return report === undefined ? { kind: "end" } : { kind: "end", report };
  return report === undefined ? NEXT_VERB : { kind: "fetch", request: report };
}

/** @see https://www.twilio.com/docs/api/errors/16023, https://www.twilio.com/docs/api/errors/16025 */
function labelProblem(room: Room, label: string | undefined): TwimlError | undefined {
  if (label === undefined) return undefined;
  if (!isLabel(label))
    return new TwimlError(16023, `Dial->Conference: Invalid participant label ${JSON.stringify(label)}`);
  const text = `Dial->Conference: Participant label ${label} is in use by another participant`;
  return hasLabel(room, label) ? new TwimlError(16025, text) : undefined;
}

async function stayIn(
  leg: Leg,
  dial: Dial,
  { room, noun }: { readonly room: Room; readonly noun: ConferenceNoun },
): Promise<Stayed> {
  const most = room.settings?.maxParticipants ?? noun.conference.maxParticipants;
  if (connected(room).length >= most) {
    leg.log.fail(16020, `Conference is full: ${noun.name} takes ${most} participants`);
    return { end: "failed", seconds: 0, talked: false };
  }
  const settings = absolute(leg, noun);
  const participant = createParticipant(leg, settings.participant);
  enterRoom(room, participant, settings.conference);
  const stayed = await attendRoom(room, participant, {
    ...{ limit: dial.timeLimit, hangupOnStar: dial.hangupOnStar },
  });
  leg.calleeHungUp = participant.left === "moderator_ended_conference";
  return stayed;
}

/** Relative URLs belong to this document, whatever is executed when they are requested. */
function absolute(leg: Leg, { name, participant, conference }: ConferenceNoun): ConferenceNoun {
  const { waiting } = participant;
  return {
    name,
    participant: {
      ...participant,
      waiting: typeof waiting === "string" ? waiting : { ...waiting, url: resolve(leg, waiting.url) },
    },
    conference: absoluteSettings(leg, conference),
  };
}

function absoluteSettings(leg: Leg, settings: ConferenceSettings): ConferenceSettings {
  const { statusCallback, recording } = settings;
  const recordingUrl = recording?.url;
  return {
    ...settings,
    statusCallback: statusCallback && { ...statusCallback, url: resolve(leg, statusCallback.url) },
    recording: recording && {
      ...recording,
      url: recordingUrl === undefined ? undefined : resolve(leg, recordingUrl),
    },
  };
}

function resolve({ documentUrl }: Leg, url: string): string {
  return absoluteUrl(url, documentUrl) ?? url;
}

/** After a conference neither DialCallSid nor DialCallDuration are sent. @see https://www.twilio.com/docs/voice/twiml/dial#action */
function reportOf({ action }: Dial, { end, talked }: Stayed): DocumentRequest | undefined {
  if (action.url === undefined) return undefined;
  const status = end === "failed" ? "failed" : "answered";
  return requestAction(action, { DialCallStatus: status, DialBridged: String(talked) });
}
