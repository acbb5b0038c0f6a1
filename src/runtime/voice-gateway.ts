/** What is asked of Twilio Voice while a call is in progress. Every method throws when there is no usable answer in time. */
export interface VoiceGateway {
  /**
   * Rings a phone into a conference, which need not exist yet.
   * @see https://www.twilio.com/docs/voice/api/conference-participant-resource#add-a-participant-to-a-conference
   */
  ringIntoConference(ring: RingIntoConference): Promise<RingingParticipant>;
  /** Ends a conference: everybody's Dial is over. One that has ended already, or never was, is no error. */
  completeConference(conferenceSid: string): Promise<void>;
  /** Takes one call out of a conference: its Dial is over. One that is not in it is no error. */
  removeParticipant(conferenceSid: string, callSid: string): Promise<void>;
  /** The SID of the conference with that name that has not ended; undefined when there is none. */
  findConference(name: string): Promise<string | undefined>;
  /** Whether a call is in a conference that has not ended. */
  isInConference(conferenceSid: string, callSid: string): Promise<boolean>;
  /** Plays TwiML (Say, Play, Pause) to everybody in a conference. */
  announce(conferenceSid: string, url: string): Promise<void>;
  /** Ends a call, also one that still rings. One that has ended already is no error. */
  endCall(callSid: string): Promise<void>;
  /** Records a call in progress from now on. */
  recordCall(callSid: string, statusCallback: string): Promise<void>;
  /**
   * Calls a telephone, and goes on with the TwiML of a URL once it is answered. Not asked twice: it could ring twice.
   * @returns the SID of the call
   * @see https://www.twilio.com/docs/voice/api/call-resource#create-a-call-resource
   */
  placeCall(call: OutgoingCall): Promise<string>;
}

/** A call of our own. URLs are absolute. */
export interface OutgoingCall {
  readonly to: string;
  /** One of our numbers. */
  readonly from: string;
  readonly url: string;
  /** Told when the call is over. */
  readonly statusCallback: string;
  readonly timeoutSeconds: number;
}

/** A phone to ring, and how. URLs are absolute. */
export interface RingIntoConference {
  readonly conference: string;
  readonly to: string;
  /** What the phone shows: a number, or for a SIP phone any user name. */
  readonly from: string;
  readonly timeoutSeconds: number;
  /** Told of the phone's call: initiated, ringing, answered, completed. */
  readonly statusCallback: string;
  /** Told of the conference: start, end, join, leave, announcement. */
  readonly conferenceStatusCallback: string;
}

export interface RingingParticipant {
  readonly callSid: string;
  readonly conferenceSid: string;
}
