import VoiceResponse from "twilio/lib/twiml/VoiceResponse";

/** A caller's way into the conference in which the home's phone is rung. URLs are absolute, or relative to the document. */
export interface HomeCall {
  readonly conference: string;
  /** Where the call goes on when the conference is over for it. */
  readonly action: string;
  /** What the caller hears until the phone is answered. */
  readonly waitUrl: string;
  readonly statusCallback: string;
  readonly timeLimitSeconds: number;
}

/**
 * TwiML that lets a caller wait for the home's phone, alone. Either side hanging up ends the conference.
 * @see https://www.twilio.com/docs/voice/twiml/conference
 */
export function renderHomeCall(call: HomeCall): string {
  const response = new VoiceResponse();
  const dial = response.dial({ action: call.action, method: "POST", timeLimit: call.timeLimitSeconds });
  dial.conference(
    {
      beep: "false",
      startConferenceOnEnter: true,
      endConferenceOnExit: true,
      participantLabel: "caller",
      waitUrl: call.waitUrl,
      waitMethod: "GET",
      statusCallback: call.statusCallback,
      statusCallbackMethod: "POST",
      statusCallbackEvent: ["start", "end", "join", "leave", "announcement"],
    },
    call.conference,
  );
  return response.toString();
}
