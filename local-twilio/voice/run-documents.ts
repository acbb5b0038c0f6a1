import { attend } from "./attend";
import type { DocumentRequest, Next } from "./document-request";
import { type Fetched, fetchDocument, requestDocument } from "./fetch-document";
import { answer, isEnded, type Leg } from "./leg";
import { type CheckVerb, prepareDocument } from "./prepare-document";
import { takeRedirect } from "./redirect-leg";
import { secondsOfText } from "./spoken-text";
import { TwimlError } from "./twiml-error";
import type { PreparedVerb } from "./verbs/verb";

/** What Twilio says when it has nothing left to execute. */
const APOLOGY = "We are sorry, an application error has occurred. Goodbye.";
/** Documents in a row that may take no time at all. Twilio has no such limit; a simulated loop would never end. */
const MOST_DOCUMENTS_AT_ONCE = 50;

type End = Extract<Next, { kind: "end" }>;

/**
 * Executes document after document until the call has to end, also those that the leg is led to from outside.
 * @param check refuses verbs that are not for this leg
 */
export async function runDocuments(leg: Leg, first: DocumentRequest, check?: CheckVerb): Promise<End> {
  let request = first;
  let atOnce = 0;
  for (;;) {
    const started = leg.world.clock.now();
    const next = await runUntilLed(leg, request, check);
    if (next.kind === "end") return next;
    atOnce = leg.world.clock.now() === started ? atOnce + 1 : 0;
    if (atOnce >= MOST_DOCUMENTS_AT_ONCE)
      return fail(leg, new TwimlError(0, `${leg.documentUrl} leads to itself for ever`));
    request = next.request;
  }
}

/**
 * What follows a document that is interrupted by another one is that one. The action of the Dial in it is requested all
 * the same, but "Twilio will not execute any TwiML returned by the action URL".
 * @see https://www.twilio.com/changelog/changes-to-dial-behavior-for-enhanced-programmable-sip-feature-accounts
 */
async function runUntilLed(
  leg: Leg,
  request: DocumentRequest,
  check?: CheckVerb,
): Promise<Exclude<Next, { kind: "nextVerb" }>> {
  const next = await runDocument(leg, request, check);
  const redirect = takeRedirect(leg);
  if (redirect === undefined) return next;
  if (next.kind === "end" && next.report !== undefined) await requestDocument(leg, next.report);
  return { kind: "fetch", request: redirect };
}

async function runDocument(
  leg: Leg,
  request: DocumentRequest,
  check?: CheckVerb,
): Promise<Exclude<Next, { kind: "nextVerb" }>> {
  const fetched = await fetchDocument(leg, request);
  if (isEnded(leg)) return { kind: "end" };
  if (fetched === undefined) return apologize(leg);
  leg.documentUrl = fetched.url;
  const verbs = tryPrepare(fetched, check);
  return verbs instanceof TwimlError ? fail(leg, verbs) : runVerbs(leg, verbs);
}

async function runVerbs(
  leg: Leg,
  verbs: readonly PreparedVerb[],
): Promise<Exclude<Next, { kind: "nextVerb" }>> {
  for (const verb of verbs) {
    if (isEnded(leg)) return { kind: "end" };
    const next = await verb(leg);
    if (next.kind !== "nextVerb") return next;
  }
  // The end of a document ends the call; a document without a verb that answers has answered nonetheless.
  answer(leg);
  return { kind: "end", isDocumentOver: true };
}

function tryPrepare(fetched: Fetched, check?: CheckVerb): PreparedVerb[] | TwimlError {
  try {
    return prepareDocument(fetched, check);
  } catch (error) {
    if (error instanceof TwimlError) return error;
    throw error;
  }
}

function fail(leg: Leg, { code, message }: TwimlError): Promise<End> {
  leg.log.fail(code, message);
  return apologize(leg);
}

/** @see https://www.twilio.com/docs/usage/security/availability-reliability */
async function apologize(leg: Leg): Promise<End> {
  answer(leg);
  leg.applicationError = true;
  const moment = {
    heard: { kind: "say", text: APOLOGY },
    seconds: secondsOfText(APOLOGY),
    awaits: "nothing",
  } as const;
  await attend(leg, moment);
  return { kind: "end" };
}
