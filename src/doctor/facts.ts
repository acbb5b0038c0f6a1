import type { Account } from "../account/account";
import type { AccountProfile } from "../account/account-profile";
import type { PhoneNumber } from "../account/phone-numbers";
import type { Variable } from "../account/serverless-services";
import type { Deployment } from "../deploy/deployment";
import type { Project } from "../deploy/project";
import type { OutboxEntry } from "../policy/voicemail";
import type { Variables } from "../runtime/command-wiring";
import type { AddressBooksFound } from "./facts/address-books";
import type { BuildAge } from "./facts/build-age";
import type { CallHistory } from "./facts/call-history";
import type { ClockReading } from "./facts/clock";
import type { FlowFound } from "./facts/flows";
import type { ListReading } from "./facts/lists";
import type { LiveService } from "./facts/live-service";
import type { MailServer } from "./facts/mail-server";
import type { MediaAnswer } from "./facts/media-answer";
import type { OfficeSwitch } from "./facts/office-switch";
import type { PolicyFound } from "./facts/policy";
import type { Probes } from "./facts/probes";
import type { SipPhone } from "./facts/sip-phone";
import type { SyncObjects } from "./facts/sync-objects";
import type { WebConsole } from "./facts/web-console";

/** Everything that checks judge by. Each is gathered at most once, when the first check needs it. */
export interface Facts {
  readonly nodeVersion: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly variables: Variables;
  /** Opened, and not tried. */
  readonly credentials: Account;
  readonly profile: AccountProfile;
  /** Opened, and let in. */
  readonly account: Account;
  readonly clock: ClockReading;
  readonly policy: PolicyFound;
  readonly addressBooks: AddressBooksFound;
  readonly buildAge: BuildAge;
  readonly project: Project;
  readonly deployment: Deployment;
  readonly liveService: LiveService;
  readonly liveVariables: readonly Variable[];
  readonly numbers: readonly PhoneNumber[];
  readonly flows: readonly FlowFound[];
  readonly probes: Probes;
  readonly syncObjects: SyncObjects;
  readonly lists: readonly ListReading[];
  readonly mediaAnswer: MediaAnswer;
  readonly mailServer: MailServer;
  readonly sipPhone: SipPhone;
  readonly callHistory: CallHistory;
  readonly outbox: readonly OutboxEntry[];
  readonly officeSwitch: OfficeSwitch;
  readonly webConsole: WebConsole;
}
export type FactName = keyof Facts;

/** Asks for a fact. @throws MissingFacts when it cannot be had */
export type Get = <Name extends FactName>(name: Name) => Promise<Facts[Name]>;
