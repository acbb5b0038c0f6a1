import type { AccountProfile } from "../account/account-profile";
import type { PhoneNumber } from "../account/phone-numbers";
import type { House } from "./house-files";

/** What setup asks, in this order. Each is also the name of a flag, but a secret's. */
export const QUESTION_NAMES = [
  "account-sid",
  "auth-token",
  "line",
  "phone",
  "name",
  "email",
  "country",
  "timezone",
  "smtp-url",
  "mail-from",
  "contacts",
  "home",
] as const;
export type QuestionName = (typeof QUESTION_NAMES)[number];

/** Answers by question, as they are kept: numbers in E.164, several with commas between them. */
export type Answers = ReadonlyMap<QuestionName, string>;

/** What came of checking an answer. */
export type Checked =
  | { readonly value: string; readonly note?: string }
  /** What is wrong with it and how to put it right; `back` names an earlier question that may be to blame. */
  | { readonly problem: string; readonly back?: QuestionName }
  /** It could not be checked, and why: the owner decides. */
  | { readonly doubt: string; readonly value: string };

/** What a question may look at. */
export interface Session {
  readonly house: House;
  /** Whether a person is there to be asked. */
  readonly isTalk: boolean;
  /** Whether the owner has said to ask neither Twilio nor the mail server. */
  readonly isOffline: boolean;
  /** The time zone of this computer. */
  readonly localTimezone: string;
  /** What has been answered, or else what stands already; undefined for neither. */
  known(name: QuestionName): string | undefined;
  /** @throws AccountFailure */
  profile(authToken: string): Promise<AccountProfile>;
  /** The account's numbers; undefined while nothing is known of the account. @throws AccountFailure */
  numbers(): Promise<readonly PhoneNumber[] | undefined>;
}

/** One question of setup. */
export interface Question {
  /** The variable that answers it: in `.env` too when it is one of Gatehouse's. */
  readonly variable: string;
  /** Other names under which people have the same. */
  readonly otherVariables?: readonly string[];
  readonly prompt: string;
  readonly help: string;
  /** Hidden while it is typed; not taken from a flag, which a list of processes would show. */
  readonly isSecret?: true;
  /** Whom checking an answer asks, which may take a while. */
  readonly asks?: string;
  /** What happens without an answer; a question that has none must be answered. */
  readonly without?: string;
  /** Whether a single `-` takes away what stands. */
  readonly isClearable?: true;
  /** Whether what stands already is checked again although the owner keeps it; never when left out. */
  checksKept?(session: Session): boolean;
  /** Whether it is of use now; always when left out. */
  isOpen?(session: Session): boolean;
  /** What stands already. */
  kept(house: House): string | undefined;
  /** What most people would answer. */
  suggest?(session: Session): string | undefined | Promise<string | undefined>;
  /** What there is to choose from, in lines. */
  choices?(session: Session): Promise<readonly string[]>;
  /** @param text trimmed, never empty */
  check(text: string, session: Session): Checked | Promise<Checked>;
}
