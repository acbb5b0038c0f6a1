import { Background } from "./background";
import type { CallOutcome } from "./call-outcome";
import type { Callback } from "./callback";
import type { Room } from "./conference/room";
import type { Leg } from "./leg";
import type { Callee } from "./party";

/** How many outcomes of placed calls are kept: a long run must not grow without end. */
const KEPT_OUTCOMES = 1000;

/** A call that makes a phone ring. */
export interface Ring {
  readonly callSid: string;
  /** What the phone shows: a number, or for a SIP phone any user name. */
  readonly from: string;
  readonly displayName?: string;
  /** Aborts once the phone neither rings nor talks any more in this call. */
  readonly over: AbortSignal;
}

/**
 * What the phone behind a SIP URI does when it is rung; undefined when nobody is registered there. It is asked while
 * no simulated time passes.
 */
export type RingSip = (uri: string, ring: Ring) => Callee | undefined | Promise<Callee | undefined>;

/** What the phone at an address does when it is rung. It is asked while no simulated time passes. */
export type RingCallee = (address: string, ring: Ring) => Callee | Promise<Callee>;

/**
 * What the phone with a number in E.164, or at a SIP address of another host (`sip:desk@example.com`), does when a call
 * placed by REST rings it, or dials it; undefined when there is no such phone.
 */
export type RingPhone = (address: string, ring: Ring) => Callee | undefined | Promise<Callee | undefined>;

/**
 * What becomes of a callback: after how many simulated seconds each copy of it is delivered. No copy: it is lost. Two:
 * it comes twice. Undefined: at once and in order, as without a disturbance.
 */
export type Disturbance = (callback: Callback) => readonly number[] | undefined;

/** What connects calls with each other and with phones. */
export class Switchboard {
  /** The calls whose other end local Twilio lives through, by their SID, until they are over. */
  readonly legs = new Map<string, Leg>();
  /** The conferences that have not ended, by their SID. */
  readonly rooms = new Map<string, Room>();
  /** The phones that calls placed by REST can ring and dial, by number in E.164 or SIP address of another host. */
  readonly phones = new Map<string, Callee>();
  /** Outcomes of the calls that were placed by REST, oldest first. */
  readonly outcomes: CallOutcome[] = [];
  /** Calls placed by REST with the callbacks that outlive them, and callbacks that a disturbance holds back. */
  readonly background = new Background();
  /** Replaced by whoever knows SIP phones; at first none is registered. */
  ringSip: RingSip = () => undefined;
  /** Replaced by whoever knows more than `phones`. */
  ringPhone: RingPhone = (address) => this.phones.get(address);
  /** For tests: loses, repeats and delays callbacks. */
  disturbance: Disturbance | undefined;

  keep(outcome: CallOutcome): void {
    this.outcomes.push(outcome);
    if (this.outcomes.length > KEPT_OUTCOMES) this.outcomes.shift();
  }

  /** Resolves once every call placed by REST is over, its callbacks are made, and no callback is held back. Never await it inside `clock.hold()`. */
  settled(): Promise<void> {
    return this.background.settled();
  }
}
