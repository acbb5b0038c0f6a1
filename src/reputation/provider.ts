import type { Reputation } from "../policy/reputation";
import type { E164 } from "../telephony/e164";

/**
 * Asks about a number, for so many real milliseconds at most, everything together. Never throws: what cannot be found out
 * is unknown, and says why.
 */
export type Assess = (number: E164, budgetMs: number) => Promise<Reputation>;

/** What a provider's words come to: a score from 0 to 1000, the worst, with its own word for it, or why there is none. */
export type Finding =
  | { readonly kind: "score"; readonly score: number; readonly level: string }
  | { readonly kind: "unknown"; readonly why: string };

/** What a provider is asked: a GET without `form`, else a POST of it. */
export interface Question {
  readonly url: string;
  readonly form?: Readonly<Record<string, string>>;
}

/** Who pays, by HTTP Basic authentication, which all of these take. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** A provider that is asked over HTTP, and paid for each answer. */
export interface PaidProvider {
  readonly kind: "paid";
  /** How the trace names it. */
  readonly title: string;
  /** Whose credentials it takes. */
  readonly account: "telesign" | "twilio";
  readonly ask: (number: E164) => Question;
  readonly read: (reply: Readonly<Record<string, unknown>>) => Finding;
}

/** A provider whose result Twilio puts into the call's webhook: there is nothing left to ask. */
export interface AddOnProvider {
  readonly kind: "addOn";
  readonly title: string;
  /** The add-on's unique name, as Twilio proposes it when it is installed. */
  readonly addOn: string;
  readonly read: (result: Readonly<Record<string, unknown>>) => Finding;
}

export type Provider = PaidProvider | AddOnProvider;
