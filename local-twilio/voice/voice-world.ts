import type { Account } from "../account";
import type { SimulatedClock } from "../clock";
import type { Journal } from "../journal";
import type { SidPrefix } from "../sids";
import type { SendWebhook } from "../webhook";
import type { Party } from "./party";
import type { RingCallee, Switchboard } from "./switchboard";

/** What the voice engine acts on. */
export interface VoiceWorld {
  readonly account: Account;
  readonly clock: SimulatedClock;
  readonly sids: (prefix: SidPrefix) => string;
  readonly send: SendWebhook;
  readonly journal: Journal;
  readonly switchboard: Switchboard;
  /** What the Marketplace add-ons say of a caller, as JSON text; left out, or undefined when none is installed. */
  readonly addOns?: (caller: string) => string | undefined;
  /** Complaints about a TwiML document; none when Twilio's grammar allows it. */
  readonly judgeTwiml: (xml: string) => string[];
}

/** A call that reaches one of the account's numbers. */
export interface IncomingCall {
  /** E.164, `sip:…`, `client:…`, or whatever the network says of a caller who withholds the number. */
  readonly from: string;
  /** One of `account.numbers`. */
  readonly to: string;
  /** Parameters that Twilio sends with some calls only, such as `StirVerstat`, `CallerName` or `ForwardedFrom`. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly party: Party;
  /** What the phone with this number, or at a SIP address of another host (`sip:desk@example.com`), does when it is dialled. */
  readonly callees: RingCallee;
}
