import type { Twilio } from "twilio";
import type { VoiceGateway } from "./voice-gateway";

/** The longest call that Twilio lets a Dial be, in seconds. @see https://www.twilio.com/docs/voice/twiml/dial#timelimit */
export const LONGEST_CALL_SECONDS = 14_400;

/** What of a phone's call is told. @see https://www.twilio.com/docs/voice/api/call-resource#statuscallbackevent */
const PHONE_EVENTS = ["initiated", "ringing", "answered", "completed"];
/** @see https://www.twilio.com/docs/voice/twiml/conference#attributes-statusCallbackEvent */
export const CONFERENCE_EVENTS = ["start", "end", "join", "leave", "announcement"] as const;

/** "Call is not in-progress": how an update of a call that has ended is refused. @see https://www.twilio.com/docs/api/errors/21220 */
const NOT_IN_PROGRESS = 21220;

/**
 * Programmable Voice over Twilio's helper library, whose client sets the time limit of each request; only in the
 * library's context style.
 */
export function openVoice(client: Twilio): VoiceGateway {
  const conference = (sid: string) => client.conferences(sid);
  return {
    ringIntoConference: async (ring) => {
      const { callSid, conferenceSid } = await conference(ring.conference).participants.create({
        from: ring.from,
        to: ring.to,
        timeout: ring.timeoutSeconds,
        ...PHONE,
        statusCallback: ring.statusCallback,
        statusCallbackEvent: PHONE_EVENTS,
        conferenceStatusCallback: ring.conferenceStatusCallback,
        conferenceStatusCallbackEvent: [...CONFERENCE_EVENTS],
      });
      return { callSid, conferenceSid };
    },
    completeConference: (sid) => done(conference(sid).update({ status: "completed" })),
    removeParticipant: (sid, callSid) => done(conference(sid).participants(callSid).remove()),
    findConference: async (name) => {
      const found = await Promise.all(LIVE.map((status) => findWith(client, name, status)));
      return found.find((sid) => sid !== undefined);
    },
    isInConference: (sid, callSid) => exists(conference(sid).participants(callSid).fetch()),
    announce: async (sid, url) => {
      await conference(sid).update({ announceUrl: url });
    },
    endCall: (sid) => done(client.calls(sid).update({ status: "completed" })),
    recordCall: async (sid, statusCallback) => {
      await client.calls(sid).recordings.create({
        recordingStatusCallback: statusCallback,
        recordingStatusCallbackEvent: ["completed"],
      });
    },
    placeCall: async ({ timeoutSeconds, ...call }) =>
      (await client.calls.create({ ...call, timeout: timeoutSeconds })).sid,
  };
}

/**
 * The phone of the house in a conference: without early media it joins once it is answered, not while it rings; alone in
 * there it hears nothing; and hanging up ends the call for both.
 * @see https://www.twilio.com/docs/voice/api/conference-participant-resource#add-a-participant-to-a-conference
 */
const PHONE = {
  label: "phone",
  beep: "false",
  earlyMedia: false,
  startConferenceOnEnter: true,
  endConferenceOnExit: true,
  waitUrl: "",
  timeLimit: LONGEST_CALL_SECONDS,
} as const;

/** A conference that one party waits in is `init`; a list gives those of one status, `in-progress` when none is named. */
const LIVE = ["in-progress", "init"] as const;

async function findWith(
  client: Twilio,
  friendlyName: string,
  status: (typeof LIVE)[number],
): Promise<string | undefined> {
  const [found] = await client.conferences.list({ friendlyName, status, limit: 1 });
  return found?.sid;
}

/** What is gone already need not be done. */
async function done(request: Promise<unknown>): Promise<void> {
  await exists(request);
}

async function exists(request: Promise<unknown>): Promise<boolean> {
  try {
    await request;
    return true;
  } catch (failure) {
    if (isGone(failure)) return false;
    throw failure;
  }
}

function isGone(failure: unknown): boolean {
  if (typeof failure !== "object" || failure === null || !("status" in failure)) return false;
  return failure.status === 404 || ("code" in failure && failure.code === NOT_IN_PROGRESS);
}
