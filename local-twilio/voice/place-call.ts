import type { CallRow, CallStatus } from "../account";
import type { DocumentRequest } from "./document-request";
import { requestDocument } from "./fetch-document";
import { findPhone } from "./find-phone";
import { closeLeg, createLeg, type FallbackUrl, isEnded, type Leg, pass } from "./leg";
import { hungUpBy, outcomeOf } from "./outcome-of";
import { type Callee, type Party, SECONDS_TO_ANSWER } from "./party";
import { takeRedirect } from "./redirect-leg";
import { runDocuments } from "./run-documents";
import { type ProgressEvent, reportProgress, type StatusCallback } from "./status-callback";
import type { Ring, RingCallee } from "./switchboard";
import { createTalker } from "./talker";
import type { VoiceWorld } from "./voice-world";

/** How long a call waits until it is dialled: calls placed by REST are queued first. */
const QUEUE_SECONDS = 0.1;
/**
 * @see https://www.twilio.com/docs/voice/api/conference-participant-resource ("We always add a 5-second timeout buffer")
 * @see https://www.twilio.com/docs/voice/api/call-resource ("For some call flows, we will add a 5-second buffer")
 */
const BUFFER_SECONDS = 5;
/** How long a callee talks who says nothing about it. */
const CONVERSATION_SECONDS = 30;
const NOT_REGISTERED = 480;
/** What a SIP phone's answer is, by how its call ended. @see https://www.rfc-editor.org/rfc/rfc3261#section-21 */
const SIP_CODES: Partial<Record<CallStatus, number>> = {
  completed: 200,
  busy: 486,
  "no-answer": 487,
  canceled: 487,
};

/** A call that REST asks for. */
export interface CallOrder {
  /** A number in E.164, or a SIP URI. */
  readonly to: string;
  readonly from: string;
  readonly displayName?: string | undefined;
  /** Seconds to ring, without Twilio's buffer. */
  readonly timeout: number;
  readonly statusCallback: StatusCallback | undefined;
  /** Where documents are asked that cannot be had. */
  readonly fallback?: FallbackUrl | undefined;
  /** Seconds that the call may last from the answer on; four hours when left out. */
  readonly timeLimit?: number | undefined;
  /** Told when the call is dialled, rings, and is over without an answer. */
  readonly onStatus?: (status: CallStatus) => void;
  /** What the call is for, once somebody is on the phone; the call ends with it, and with the last request that it gives. */
  readonly talk: (leg: Leg) => Promise<DocumentRequest | undefined>;
}

interface Placed extends CallOrder {
  readonly leg: Leg;
  readonly over: AbortController;
  /** Who is on the phone, from the answer on. */
  readonly line: { party: Party };
}

/** Places a call, which goes on by itself on the switchboard, where its outcome is kept in the end. */
export function placeCall(world: VoiceWorld, order: CallOrder): Leg {
  const line = { party: createTalker(CONVERSATION_SECONDS) };
  const party: Party = {
    during: (moment) => line.party.during(moment),
    interrupted: (seconds) => line.party.interrupted?.(seconds),
  };
  const { statusCallback, fallback, timeLimit } = order;
  const callees: RingCallee = async (to, ring) =>
    (await world.switchboard.ringPhone(to, ring)) ?? { does: "failed" };
  const setup = { row: createRow(world, order), party, callees, documentUrl: "" };
  const leg = createLeg({ ...setup, statusCallback, fallback, timeLimit }, world);
  world.switchboard.background.add(liveThroughPlaced({ ...order, leg, line, over: new AbortController() }));
  return leg;
}

function createRow({ sids, clock }: VoiceWorld, { to, from }: CallOrder): CallRow {
  return {
    ...{ sid: sids("CA"), from, to, direction: "outbound-api" },
    ...{ dateCreated: clock.now(), status: "queued" },
  };
}

/** Also settles the callbacks that outlive the call: nobody else waits for them. */
async function liveThroughPlaced(placed: Placed): Promise<void> {
  const { leg, over, onStatus } = placed;
  const { status, last } = await dial(placed);
  closeLeg(leg, status);
  if (leg.row.startTime === undefined) onStatus?.(status);
  leg.log.note("ended", `${status}, hung up by ${hungUpBy(leg)}`);
  over.abort();
  if (last !== undefined) await requestDocument(leg, last);
  await report(placed, "completed");
  leg.world.switchboard.keep(outcomeOf(leg));
  await leg.background.settled();
}

/** How a call ends, and the last request that it makes then. */
interface Dialled {
  readonly status: CallStatus;
  readonly last?: DocumentRequest | undefined;
}

/** Dials, and lives through what comes of it. */
async function dial(placed: Placed): Promise<Dialled> {
  const { leg, onStatus } = placed;
  await pass(leg, QUEUE_SECONDS);
  if (isEnded(leg)) return { status: "canceled" };
  advance(placed, "initiated", "initiated");
  const callee = await findCallee(placed);
  if (callee.does === "failed" || callee.does === "busy") return { status: callee.does };
  onStatus?.(leg.row.status);
  advance(placed, "ringing", "ringing");
  onStatus?.("ringing");
  if (!(await isAnswered(placed, callee)))
    return { status: isEnded(leg) ? (leg.endedAs ?? "canceled") : "no-answer" };
  leg.row.startTime = leg.world.clock.now();
  leg.log.note("answered", "the phone is answered");
  advance(placed, "in-progress", "answered");
  return { status: "completed", last: await talkOrBeLed(placed) };
}

/** What was placed to join a conference can be led from there to a document, too. */
async function talkOrBeLed({ leg, talk }: Placed): Promise<DocumentRequest | undefined> {
  const last = await talk(leg);
  const redirect = takeRedirect(leg);
  return redirect === undefined ? last : (await runDocuments(leg, redirect)).report;
}

function advance(placed: Placed, status: CallStatus, event: ProgressEvent): void {
  const { leg } = placed;
  leg.row.status = status;
  leg.background.add(report(placed, event));
}

function report({ leg, to }: Placed, event: ProgressEvent): Promise<void> {
  const code = /^sips?:/i.test(to) && event === "completed" ? sipCodeOf(leg) : undefined;
  const extra = code === undefined ? {} : { SipResponseCode: String(code) };
  return reportProgress(leg, { row: leg.row, progress: leg.progress, extra }, event);
}

function sipCodeOf({ row, sipCode }: Leg): number {
  return sipCode ?? SIP_CODES[row.status] ?? NOT_REGISTERED;
}

/** Nobody registered, or no phone with this number: the call fails. */
async function findCallee({ leg, to, from, displayName, over, line }: Placed): Promise<Callee> {
  const named = displayName === undefined ? {} : { displayName };
  const ring: Ring = { callSid: leg.row.sid, from, ...named, over: over.signal };
  const callee = await findPhone(leg.world, to, ring);
  if (callee?.does === "failed" && callee.sipCode !== undefined) leg.sipCode = callee.sipCode;
  if (callee?.does === "answers")
    line.party = callee.party ?? createTalker(callee.seconds ?? CONVERSATION_SECONDS);
  return callee ?? { does: "failed" };
}

/** Whether somebody picks up in time, and the call was not ended before. */
async function isAnswered({ leg, timeout }: Placed, callee: Callee): Promise<boolean> {
  leg.log.note("rang", `${leg.row.to} rings`);
  const patience = timeout + BUFFER_SECONDS;
  const after = callee.does === "answers" ? (callee.after ?? SECONDS_TO_ANSWER) : Number.POSITIVE_INFINITY;
  await pass(leg, Math.min(after, patience));
  return !isEnded(leg) && after <= patience;
}
