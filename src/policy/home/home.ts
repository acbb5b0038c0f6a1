import type { E164 } from "../../telephony/e164";
import type { Hours } from "../../telephony/hours";

/** A phone for the children: one SIP phone, and who may ring it, and whom it may ring. Every setting filled in. */
export interface Home {
  /** One of our lines: shown on outgoing calls, and called back by emergency services. */
  readonly callerId: E164;
  /** How long the phone rings, in seconds. */
  readonly ringSeconds: number;
  /** What a caller hears until the phone is answered. */
  readonly whileRinging: "ringing" | "music";
  /** What a second caller gets while the phone is in use. */
  readonly secondCaller: "ring" | "voicemail" | "busy";
  /** Whether a caller who is not answered is offered the primary contact of the allow list. */
  readonly offersPrimaryContact: boolean;
  /** When only callers with `overrideBedtime` ring. */
  readonly bedtimes: Hours;
  /** What a caller hears at bedtime, and while the owner has paused the phone; a message may be left after it. */
  readonly bedtimeGreeting: string;
  readonly pausedGreeting: string;
  /** Whether the owner's options are only offered to calls whose number the network vouches for in full (A). */
  readonly ownerAttestation: "any" | "A";
  /** Whether the owner may listen, and when those on the line are told. */
  readonly monitoring: "off" | "atStart" | "onJoin";
  readonly isRecorded: boolean;
  /** Spoken to everybody on the line before, or while, someone listens. */
  readonly monitoringNotice: string;
  /** Spoken to everybody on the line before a recording begins. */
  readonly recordingNotice: string;
  readonly outgoing: OutgoingPolicy;
  /** For how long calls ring unscreened after an emergency call, in minutes. */
  readonly callbackMinutes: number;
}

/** What the phone may dial, besides emergency numbers, which it may always. */
export interface OutgoingPolicy {
  /** What follows a number that is not on the list. */
  readonly unlisted: "refuse" | "owner";
  /** The longest call, in minutes. */
  readonly callMinutes: number;
  /** All calls of a day together, in minutes; 0: no limit. */
  readonly minutesPerDay: number;
  /** ISO 3166 codes of the countries whose numbers may be listed at all. */
  readonly countries: readonly string[];
  /** The countries whose premium-rate and shared-cost numbers may be listed too. */
  readonly premiumCountries: readonly string[];
}
