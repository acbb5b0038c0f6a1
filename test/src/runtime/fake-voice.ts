import type {
  OutgoingCall,
  RingIntoConference,
  RingingParticipant,
  VoiceGateway,
} from "../../../src/runtime/voice-gateway";

export const PHONE_CALL = `CA${"f".repeat(32)}`;
export const CONFERENCE = `CF${"0".repeat(32)}`;

/** A request as it is noted: the method's name, then what it was told. */
export type VoiceRequest = readonly [name: keyof VoiceGateway, ...told: readonly string[]];

/** Programmable Voice that notes what it is asked; `before` may throw, or wait, in its stead. */
export class FakeVoice implements VoiceGateway {
  readonly requests: VoiceRequest[] = [];
  readonly rings: RingIntoConference[] = [];
  readonly placed: OutgoingCall[] = [];
  /** The name and SID of each conference that has not ended. */
  readonly conferences = new Map<string, string>();
  /** The calls that are in some conference. */
  readonly inside = new Set<string>();

  constructor(readonly before: (name: keyof VoiceGateway) => Promise<void> | void = () => undefined) {}

  async ringIntoConference(ring: RingIntoConference): Promise<RingingParticipant> {
    this.rings.push(ring);
    await this.#note("ringIntoConference", ring.conference);
    this.conferences.set(ring.conference, CONFERENCE);
    return { callSid: PHONE_CALL, conferenceSid: CONFERENCE };
  }

  completeConference(conferenceSid: string): Promise<void> {
    return this.#note("completeConference", conferenceSid);
  }

  removeParticipant(conferenceSid: string, callSid: string): Promise<void> {
    return this.#note("removeParticipant", conferenceSid, callSid);
  }

  async findConference(name: string): Promise<string | undefined> {
    await this.#note("findConference", name);
    return this.conferences.get(name);
  }

  async isInConference(conferenceSid: string, callSid: string): Promise<boolean> {
    await this.#note("isInConference", conferenceSid, callSid);
    return this.inside.has(callSid);
  }

  announce(conferenceSid: string, url: string): Promise<void> {
    return this.#note("announce", conferenceSid, url);
  }

  endCall(callSid: string): Promise<void> {
    return this.#note("endCall", callSid);
  }

  recordCall(callSid: string, statusCallback: string): Promise<void> {
    return this.#note("recordCall", callSid, statusCallback);
  }

  async placeCall(call: OutgoingCall): Promise<string> {
    await this.#note("placeCall", call.to);
    this.placed.push(call);
    return PHONE_CALL;
  }

  async #note(...request: VoiceRequest): Promise<void> {
    this.requests.push(request);
    await this.before(request[0]);
  }
}
