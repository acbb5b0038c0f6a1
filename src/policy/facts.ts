import type { Attestation } from "../telephony/attestation";
import type { Caller } from "../telephony/caller";
import type { E164 } from "../telephony/e164";
import type { AllowEntry } from "./home/allow-entry";
import type { Home } from "./home/home";
import type { HomeState } from "./home/home-state";
import type { Line } from "./line";
import type { Reputation, ReputationPolicy } from "./reputation";
import type { Strikes } from "./strikes";
import type { Verdict } from "./verdict";

/** When and on which of our lines a list entry counts; left out: always, on all. */
export interface Scope {
  /** Epoch milliseconds. */
  readonly until?: number;
  readonly lines?: readonly E164[];
}

export type BlockEntry = Scope;
export type ForwardEntry = Scope & { readonly to: E164 };

/** An entry for every number that begins so. */
export type PatternEntry = { readonly prefix: string } & (
  | (BlockEntry & { readonly list: "blocklist" })
  | (ForwardEntry & { readonly list: "forwardlist" })
);

/** The facts that cost a network read. */
export interface ListFacts {
  readonly blocklist: BlockEntry | undefined;
  readonly forwardlist: ForwardEntry | undefined;
  readonly patterns: readonly PatternEntry[] | undefined;
  readonly graylist: Strikes | undefined;
  readonly allowlist: AllowEntry | undefined;
  readonly home: HomeState | undefined;
  /** What is remembered of a look-up that was paid for. */
  readonly reputation: Reputation | undefined;
}
export type FactName = keyof ListFacts;

/**
 * What was read of the lists so far. `unreadable` ones count as empty; so does, in a `malformed` one, the entry that
 * makes no sense. The trace says so.
 */
export interface KnownLists {
  readonly facts: Partial<ListFacts>;
  readonly read: readonly FactName[];
  readonly unreadable: readonly FactName[];
  readonly malformed: readonly FactName[];
}

/** The caller in the line's address book: `name` is "" when nameless. */
export type ContactFact =
  | { readonly kind: "known"; readonly name: string }
  | { readonly kind: "unknown" | "unreadable" };

/** A ringing call and what is known of it without asking anybody. */
export interface Screening {
  readonly callSid: string;
  readonly caller: Caller;
  readonly line: Line;
  readonly contact: ContactFact;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Whether digits can be made up for this call: there is a secret to make them from. */
  readonly canChallenge: boolean;
  readonly attestation: Attestation;
  /** IANA name: whose wall clock the hours are read on. */
  readonly timezone: string;
  readonly home: Home | undefined;
  readonly owner: OwnerFact;
  /** Whether a call can be announced to whoever picks up: there is a secret to seal its plan with. */
  readonly canAnnounce: boolean;
  /** The name that Twilio found for the caller, when it looked one up. */
  readonly callerName?: string;
  /** What was found out about the caller by asking; undefined while nobody was asked. */
  readonly assessed?: Reputation;
  readonly reputation: ReputationPolicy | undefined;
}

/** Who the owner is, and whether there is a PIN to ask for. */
export interface OwnerFact {
  readonly name: string;
  readonly phone?: E164;
  readonly hasPin: boolean;
  /** Whether there is an office to open and close. */
  readonly hasOffice: boolean;
}

/** One screening rule. */
export interface Rule {
  readonly needs: readonly FactName[];
  /** Whether it cannot decide before the caller's reputation has been asked for: that is paid for, so nobody asks before. */
  readonly asks?: (screening: Screening, lists: Partial<ListFacts>) => boolean;
  /** What the trace says when the rule does not match. */
  readonly otherwise: string | ((screening: Screening, lists: Partial<ListFacts>) => string);
  /** @param untold the facts that could not be read, or made no sense: they say nothing */
  readonly decide: (
    screening: Screening,
    lists: Partial<ListFacts>,
    untold: readonly FactName[],
  ) => Verdict | undefined;
}
