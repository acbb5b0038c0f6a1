import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FaultRule } from "../local-twilio/faults";
import { type LocalTwilio, startLocalTwilio } from "../local-twilio/local-twilio";
import type { MessageMark } from "../local-twilio/messages";
import type { FunctionLog } from "../local-twilio/serverless/surroundings";
import type { CallOutcome } from "../local-twilio/voice/call-outcome";
import type { Callee, Party } from "../local-twilio/voice/party";
import type { Line, Policy } from "../src/policy/line";
import { type CallRegister, openCallRegister } from "./call-register";
import { type CallReport, reportCall } from "./call-report";
import { furnishReputation, type ReputationContents } from "./furnish-reputation";
import { contentsOfSync, furnishSync, type SyncContents, type SyncListing } from "./furnish-sync";
import { handsetOf } from "./handset-of";
import type { DialledCall, HandsetBehaviour, HomePhone } from "./home-phone";
import { houseEnvironment } from "./house-environment";
import { type Mailbox, startMailbox } from "./mailbox";
import type { Meeting } from "./meeting";
import { ownerWiring } from "./owner-wiring";
import { readCompiledPolicy } from "./read-compiled-policy";
import { runCallbacks } from "./run-callbacks";
import { openWebConsole, type WebConsole, type WebConsoleParts } from "./web-console";
import { whereSpelled } from "./where-spelled";
import { wireHouse } from "./wire-house";
import type { ConsoleFolders, HouseholdFiles, Workshop } from "./workshop";

/** How a house is set up. Ports left out or 0 take free ones. */
export interface HouseOptions {
  readonly workshop: Workshop;
  readonly files?: HouseholdFiles;
  /** The first instant, in epoch milliseconds; the present when left out. */
  readonly now?: number;
  readonly followsRealTime?: boolean;
  readonly port?: number;
  /** Whether the web console is served, too, if the policy has one. */
  readonly servesConsole?: boolean;
  readonly faults?: readonly FaultRule[];
  readonly sync?: SyncContents;
  /** What is known of numbers outside the house; nothing, when left out. */
  readonly reputation?: ReputationContents;
  /** Which numbers get no text messages, and why. */
  readonly noTexts?: Readonly<Record<string, MessageMark>>;
  /** Numbers of ours that are pointed at the flow although the policy does not name them. */
  readonly strayNumbers?: readonly string[];
  /** The owner's PIN; without one, the owner's options are never offered. */
  readonly pin?: string | undefined;
  /** The home's handsets, if the policy has a home; one that answers, when left out. */
  readonly handsets?: readonly HandsetBehaviour[];
}

/** A call to one of the house's lines, or from the home's phone. */
export interface PlacedCall {
  /** A caller, or `home` for the home's phone. */
  readonly from: string;
  /** One of the lines; what is dialled, when the home's phone calls. */
  readonly to: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly party: Party;
  /** What the phone with a number does when it is dialled; answer, when left out. */
  readonly callees?: (to: string) => Callee;
  /** What the home's handsets do during this call, when it differs. */
  readonly handsets?: readonly HandsetBehaviour[] | undefined;
}

/** Gatehouse on local Twilio, ready for calls. */
export interface House {
  readonly local: LocalTwilio;
  readonly mailbox: Mailbox;
  readonly lines: readonly Line[];
  /** Whose numbers those without + are. */
  readonly country: string;
  /** The owner's number, and the PIN that goes with it. */
  readonly owner: string | undefined;
  readonly pin: string | undefined;
  /** Whether anybody is asked for the reputation of callers. */
  readonly asksReputation: boolean;
  /** Whether there is an office, which owes call-backs. */
  readonly hasOffice: boolean;
  /** Where a caller is told what a number spells, in words; undefined when that is nowhere. */
  readonly whereSpelled: string | undefined;
  /** Absent when the policy has no home. */
  readonly homePhone: HomePhone | undefined;
  /** The number index of a line's contacts: sorted lines of number, tab, name. */
  contactsOf(line: Line): Promise<string>;
  /** Undefined when it is not served, or the policy has none. */
  readonly webConsole: WebConsole | undefined;
  /** What the Functions wrote to their consoles. */
  readonly logs: readonly FunctionLog[];
  /** What points unmodified Twilio clients, and the Functions, at this house. */
  readonly environment: Readonly<Record<string, string>>;
  readonly functionsUrl: string;
  /** Resolves when the call has ended; callbacks that outlive it are in `outcome.afterwards`. */
  placeCall(call: PlacedCall): Promise<CallOutcome>;
  /** How the calls went to the phones that were rung into a call's conference. To be asked once they are over. */
  phonesOf(outcome: CallOutcome): readonly CallOutcome[];
  /**
   * Places the call-backs that are due, as `npm run callbacks` does, and resolves once the calls that come of it are over.
   * @param callees what the phone at a number does when it is rung
   */
  runCallbacks(callees: (to: string) => Callee): Promise<readonly CallOutcome[]>;
  report(outcome: CallOutcome): CallReport;
  sync(): SyncListing;
  close(): Promise<void>;
}

/**
 * Opens a house: local Twilio with Sync, a mailbox, the built Functions, the flow, and every line of the policy.
 * @throws one clear sentence when a file is missing or broken; the listening error when a port is busy.
 */
export async function openHouse(options: HouseOptions): Promise<House> {
  const { workshop, files = {}, now, followsRealTime = false, port = 0 } = options;
  const [functionsDir, assetsDir] = await Promise.all([workshop.functionsDir(), workshop.assetsDir(files)]);
  const start = now === undefined ? {} : { now };
  const local = await startLocalTwilio({ ...start, followsRealTime, port });
  const opened: Closable[] = [local];
  try {
    return await furnish(local, { ...options, functionsDir, assetsDir, opened });
  } catch (error) {
    await closeAll(opened);
    throw error;
  }
}

interface Closable {
  close(): Promise<void>;
}

interface Furnishing extends HouseOptions {
  readonly functionsDir: string;
  readonly assetsDir: string;
  readonly opened: Closable[];
}

async function furnish(local: LocalTwilio, furnishing: Furnishing): Promise<House> {
  const { functionsDir, assetsDir, opened, faults = [], sync = {}, reputation, port = 0, pin } = furnishing;
  const { noTexts = {} } = furnishing;
  const next = (offset: number) => (port === 0 ? 0 : port + offset);
  for (const rule of faults) local.faults.add(rule);
  const mailbox = await startMailbox(local.faults, next(2));
  opened.push(mailbox);
  const syncServiceSid = furnishSync(local, sync);
  furnishReputation(local, reputation);
  for (const [number, mark] of Object.entries(noTexts)) local.messages.marks.set(number, mark);
  const policy = await readCompiledPolicy(assetsDir);
  const parts = { syncServiceSid, smtpUrl: mailbox.url, policy, pin, telesign: local.reputation.telesign };
  const environment = await houseEnvironment(parts);
  const register = openCallRegister(local);
  const logs: FunctionLog[] = [];
  const log = (line: FunctionLog) => void logs.push(line);
  const host = await local.hostService({ functionsDir, assetsDir, environment, port: next(1), log });
  const wiring = ownerWiring(local, { ...environment, DOMAIN_NAME: host.domainName }, assetsDir);
  const functionsUrl = `http://${host.domainName}`;
  const webConsole = await serveConsole(local, furnishing, { syncServiceSid, port: next(3), log });
  const homePhone = wireHouse(local, { ...furnishing, policy, functionsUrl });
  return {
    ...{ local, mailbox, logs, functionsUrl, homePhone, pin, webConsole, ...factsOf(policy) },
    environment: { ...local.environment, ...environment, DOMAIN_NAME: host.domainName },
    contactsOf: (line) => readContacts(assetsDir, line),
    placeCall: (call) => placeCall({ local, homePhone, register }, call),
    phonesOf: (outcome) => register.meetingOf(outcome).phones,
    runCallbacks: (callees) => runCallbacks(local, wiring, callees),
    report: (outcome) => reportOf(local, outcome, register.meetingOf(outcome)),
    sync: () => contentsOfSync(local, syncServiceSid),
    close: () => closeAll(opened),
  };
}

async function serveConsole(
  local: LocalTwilio,
  { workshop, files = {}, servesConsole = false }: HouseOptions,
  parts: Omit<WebConsoleParts, keyof ConsoleFolders>,
): Promise<WebConsole | undefined> {
  const folders = servesConsole ? await workshop.consoleFolders(files) : undefined;
  return folders && openWebConsole(local, { ...folders, ...parts });
}

function factsOf(
  policy: Policy,
): Pick<House, "country" | "lines" | "owner" | "asksReputation" | "hasOffice" | "whereSpelled"> {
  const { country, owner, lines, reputation, office } = policy;
  return {
    ...{ country, owner: owner.phone, lines: Object.values(lines) },
    asksReputation: reputation !== undefined,
    hasOffice: office !== undefined,
    whereSpelled: whereSpelled(policy),
  };
}

async function closeAll(opened: readonly Closable[]): Promise<void> {
  await Promise.all(opened.map((part) => part.close()));
}

/** `/contacts.tsv` among the private assets is the file `contacts.private.tsv`. A line may have no contacts. */
async function readContacts(assetsDir: string, { contacts }: Line): Promise<string> {
  if (contacts === "") return "";
  return readFile(join(assetsDir, contacts.replace(/(\.\w+)$/, ".private$1")), "utf8");
}

interface Exchange extends Pick<House, "local" | "homePhone"> {
  readonly register: CallRegister;
}

async function placeCall(
  { local, homePhone, register }: Exchange,
  { handsets, ...placed }: PlacedCall,
): Promise<CallOutcome> {
  const forget = handsets === undefined ? undefined : homePhone?.behave(handsets);
  const call = { callees: () => ({ does: "answers" }) as const, ...placed };
  local.switchboard.ringPhone = call.callees;
  const handset = handsetOf(call.from);
  try {
    const outcome = await (handset === undefined
      ? local.receiveCall(call)
      : callFrom(homePhone, handset, call));
    register.keep(outcome);
    return outcome;
  } finally {
    forget?.();
  }
}

function callFrom(
  homePhone: HomePhone | undefined,
  handset: number,
  call: DialledCall,
): Promise<CallOutcome> {
  if (homePhone === undefined) throw new TypeError("Cannot call from home: the policy has no home");
  return homePhone.call(handset, call);
}

function reportOf(local: LocalTwilio, outcome: CallOutcome, meeting: Meeting): CallReport {
  return reportCall({
    outcome,
    functions: local.journal.functionsOf(outcome.callSid),
    path: local.studio.executionOf(outcome.callSid)?.path ?? [],
    syncRequests: local.journal.syncRequestsBeforeAudible(outcome.callSid),
    meeting,
  });
}
