import type { DocumentRequest } from "./document-request";
import type { FallbackUrl, Leg } from "./leg";

/** Leads a leg from whatever it does to another document. One that was ended from outside stays ended. */
export function redirectLeg(leg: Leg, request: DocumentRequest, fallback?: FallbackUrl): void {
  if (leg.endedAs !== undefined) return;
  leg.redirect = request;
  leg.fallback = fallback ?? leg.fallback;
  leg.ending.abort();
}

/** The document that the leg was led to, for which it is ready from now on; undefined when there is none, or the call is over. */
export function takeRedirect(leg: Leg): DocumentRequest | undefined {
  const { redirect } = leg;
  if (redirect === undefined || leg.endedAs !== undefined || leg.callerHungUp) return undefined;
  leg.redirect = undefined;
  leg.ending = new AbortController();
  return redirect;
}
