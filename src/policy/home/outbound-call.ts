import type { E164 } from "../../telephony/e164";
import type { SipDestination } from "../../telephony/parse-sip-destination";
import type { Line } from "../line";
import type { AllowEntry } from "./allow-entry";
import type { Home } from "./home";
import type { HomeState } from "./home-state";
import type { RefusalName } from "./outgoing-texts";
import type { Usage } from "./usage";

/** Whether it is the home's phone that calls; `unsaid`: Twilio did not tell who authenticated the call. */
export type Identity = "phone" | "unsaid" | "other";

/** What has to be read for a decision. */
export type OutboundFact = "allowlist" | "home" | "usage";

/** A call that the home's phone wants to place, and all that is known of it. */
export interface OutboundCall {
  readonly callSid: string;
  readonly destination: SipDestination;
  readonly identity: Identity;
  readonly home: Home;
  /** The line whose number is shown: entries of the allow list may be for some lines only. */
  readonly line: Line | undefined;
  readonly ownNumbers: readonly string[];
  readonly owner: { readonly name: string; readonly phone?: E164 };
  /** Epoch milliseconds. */
  readonly now: number;
  /** IANA name. */
  readonly timezone: string;
  /** Of the number dialled; undefined: none that counts. */
  readonly entry: AllowEntry | undefined;
  readonly isEntryMalformed: boolean;
  readonly state: HomeState | undefined;
  /** Of today; undefined: nothing is used yet, or calls are not counted. */
  readonly usage: Usage | undefined;
  readonly unreadable: readonly OutboundFact[];
}

/** What is done with a call from the home's phone, and why, in words. */
export type Ruling = { readonly reason: string } & (
  | { readonly action: "connect"; readonly to: string; readonly timeLimit: number }
  | { readonly action: "owner"; readonly to: E164 }
  | { readonly action: "refuse"; readonly why: RefusalName }
);

/** A ruling, with a line for each check that let the call pass before. */
export interface Authorization {
  readonly ruling: Ruling;
  readonly trace: readonly string[];
}
