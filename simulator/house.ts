import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FaultRule } from "../local-twilio/faults";
import { type LocalTwilio, startLocalTwilio } from "../local-twilio/local-twilio";
import type { FunctionLog } from "../local-twilio/serverless/surroundings";
import type { CallOutcome } from "../local-twilio/voice/call-outcome";
import type { Callee, Party } from "../local-twilio/voice/party";
import type { Line } from "../src/policy/line";
import { type CallReport, reportCall } from "./call-report";
import { contentsOfSync, furnishSync, type SyncContents, type SyncListing } from "./furnish-sync";
import { houseEnvironment } from "./house-environment";
import { type Mailbox, startMailbox } from "./mailbox";
import { readCompiledPolicy } from "./read-compiled-policy";
import { wireLines } from "./wire-lines";
import type { HouseholdFiles, Workshop } from "./workshop";

/** How a house is set up. Ports left out or 0 take free ones. */
export interface HouseOptions {
  readonly workshop: Workshop;
  readonly files?: HouseholdFiles;
  /** The first instant, in epoch milliseconds; the present when left out. */
  readonly now?: number;
  readonly followsRealTime?: boolean;
  readonly port?: number;
  readonly faults?: readonly FaultRule[];
  readonly sync?: SyncContents;
  /** Numbers of ours that are pointed at the flow although the policy does not name them. */
  readonly strayNumbers?: readonly string[];
}

/** A call to one of the house's lines. */
export interface PlacedCall {
  readonly from: string;
  readonly to: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly party: Party;
  readonly callees?: Readonly<Record<string, Callee>>;
  /** What the other phones do; answer, when left out. */
  readonly otherCallees?: Callee;
}

/** Gatehouse on local Twilio, ready for calls. */
export interface House {
  readonly local: LocalTwilio;
  readonly mailbox: Mailbox;
  readonly lines: readonly Line[];
  /** Whose numbers those without + are. */
  readonly country: string;
  /** The number index of a line's contacts: sorted lines of number, tab, name. */
  contactsOf(line: Line): Promise<string>;
  /** What the Functions wrote to their consoles. */
  readonly logs: readonly FunctionLog[];
  /** What points unmodified Twilio clients, and the Functions, at this house. */
  readonly environment: Readonly<Record<string, string>>;
  readonly functionsUrl: string;
  /** Resolves when the call has ended; callbacks that outlive it are in `outcome.afterwards`. */
  placeCall(call: PlacedCall): Promise<CallOutcome>;
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
  const { functionsDir, assetsDir, opened, faults = [], sync = {}, port = 0, strayNumbers = [] } = furnishing;
  const next = (offset: number) => (port === 0 ? 0 : port + offset);
  for (const rule of faults) local.faults.add(rule);
  const mailbox = await startMailbox(local.faults, next(2));
  opened.push(mailbox);
  const service = furnishSync(local, sync);
  const environment = houseEnvironment(service, mailbox.url);
  const logs: FunctionLog[] = [];
  const log = (line: FunctionLog) => void logs.push(line);
  const host = await local.hostService({ functionsDir, assetsDir, environment, port: next(1), log });
  const functionsUrl = `http://${host.domainName}`;
  const { country, ...policy } = await readCompiledPolicy(assetsDir);
  const lines = Object.values(policy.lines);
  await wireLines(local, [...strayNumbers, ...lines.map(({ number }) => number)], functionsUrl);
  return {
    ...{ local, mailbox, country, lines, logs, functionsUrl },
    environment: { ...local.environment, ...environment },
    contactsOf: (line) => readContacts(assetsDir, line),
    placeCall: (call) => placeCall(local, call),
    report: (outcome) => reportOf(local, outcome),
    sync: () => contentsOfSync(local, service),
    close: () => closeAll(opened),
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

function placeCall(local: LocalTwilio, placed: PlacedCall): Promise<CallOutcome> {
  const { callees = {}, otherCallees = { does: "answers" }, ...call } = placed;
  return local.receiveCall({ ...call, callees: (to) => callees[to] ?? otherCallees });
}

function reportOf(local: LocalTwilio, outcome: CallOutcome): CallReport {
  return reportCall({
    outcome,
    functions: local.journal.functionsOf(outcome.callSid),
    path: local.studio.executionOf(outcome.callSid)?.path ?? [],
    syncRequests: local.journal.syncRequestsBeforeAudible(outcome.callSid),
  });
}
