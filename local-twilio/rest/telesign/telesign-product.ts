import { CALL_SID_HEADER } from "../../call-context";
import type { Journal } from "../../journal";
import type { Reputation } from "../../reputation";
import type { SidPrefix } from "../../sids";
import type { Now, Product, WireReply, WireRequest } from "../wire";
import { checkCredentials } from "./check-credentials";
import { formatScore } from "./format-score";
import { type ErrorContext, refusalWith, TelesignError, telesignErrorReply } from "./telesign-error";
import { checkInquiry, inquiryOf, isForm, type TelesignInquiry } from "./telesign-inquiry";

/** Score is on the first two, Intelligence Cloud on the last. */
const TELESIGN_HOSTS = ["rest-ww.telesign.com", "rest-api.telesign.com", "detect.telesign.com"] as const;

/** Whom nobody has scripted. */
const HARMLESS = { score: 1 } as const;

/** What the stand-in needs to know. */
export interface TelesignWorld {
  readonly reputation: Reputation;
  readonly journal: Journal;
  readonly clock: Now;
  readonly sids: (prefix: SidPrefix) => string;
}

/**
 * TeleSign's Score and Intelligence Cloud, which answer from `reputation.scores`; other things of TeleSign's are refused
 * by name. A request that its documents forbid is refused and is a complaint.
 */
export function createTelesignProducts(world: TelesignWorld): readonly Product[] {
  const refuse = (status: number, message: string) =>
    telesignErrorReply(refusalWith(status, message), contextOf(world, null));
  return TELESIGN_HOSTS.map((host) => ({
    ...{ host, refuse },
    arrived: (request) => note(world, request),
    handle: (request) => {
      const inquiry = inquiryOf(request);
      return inquiry === undefined ? undefined : answer(world, request, inquiry);
    },
  }));
}

function contextOf({ clock, sids }: TelesignWorld, externalId: string | null): ErrorContext {
  return { referenceId: sids("RQ").slice(2).toUpperCase(), externalId, now: clock.now() };
}

function note({ journal }: TelesignWorld, request: WireRequest): void {
  const inquiry = inquiryOf(request);
  if (inquiry !== undefined)
    journal.noteReputation({ callSid: request.headers[CALL_SID_HEADER], ...inquiry });
}

function answer(world: TelesignWorld, sent: WireRequest, inquiry: TelesignInquiry): WireReply {
  const request = isForm(sent) ? sent : { ...sent, body: new URLSearchParams() };
  const context = contextOf(world, request.body.get("external_id"));
  const { reputation, journal } = world;
  try {
    checkCredentials(request, reputation.telesign);
    checkInquiry(inquiry, request);
    const scored = reputation.scores.get(`+${inquiry.number}`) ?? HARMLESS;
    return { status: 200, body: formatScore({ ...context, number: inquiry.number, scored }) };
  } catch (error) {
    if (!(error instanceof TelesignError)) throw error;
    if (error.status === 400) journal.complain(complaintOf(request, error));
    return telesignErrorReply(error, context);
  }
}

function complaintOf(request: WireRequest, { message }: TelesignError): string {
  const { method, host, path } = request;
  const type = isForm(request) ? "" : ` (${request.headers["content-type"]} is no form)`;
  return `TeleSign forbids ${method} ${host}${path}: ${message}${type}`;
}
