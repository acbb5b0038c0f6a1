import { findSipDomain, isSipDomain } from "../sip/find-sip-domain";
import { parseSipUri, sipAddress } from "../sip/parse-sip-uri";
import { checkCallerId, isNumber, isSipCallerId, normalizeNumber } from "./caller-id";
import { checkEmergency } from "./check-emergency";
import { isEmergencyNumber } from "./emergency";
import type { Leg } from "./leg";
import type { Callee } from "./party";
import type { Ring } from "./switchboard";
import { TwimlError } from "./twiml-error";
import type { Dialed } from "./verbs/parse-dialed";

/** @see https://www.rfc-editor.org/rfc/rfc3261#section-21.4 (404 Not Found, 480 Temporarily Unavailable) */
const NOT_FOUND = 404;
const NOT_REGISTERED = 480;

/** Where a noun leads, as the Calls list shows it. */
export function addressOf({ noun, to }: Dialed): string {
  return noun === "Sip" ? to : normalizeNumber(to);
}

/** What the dialled phone does; one that cannot be called has failed, and the reason is among the leg's errors. */
export async function findCallee(
  leg: Leg,
  { noun }: Dialed,
  ring: Ring & { readonly to: string },
): Promise<Callee> {
  const problem = noun === "Sip" ? sipProblem(leg, ring) : numberProblem(leg, ring);
  if (problem === undefined) return isRegistered(noun, ring.to) ? ringSip(leg, ring) : ringOther(leg, ring);
  leg.log.fail(problem.code, problem.message);
  return { does: "failed" };
}

/** Whether a noun leads to a phone at a SIP Domain of Twilio's. */
function isRegistered(noun: Dialed["noun"], to: string): boolean {
  return noun === "Sip" && isSipDomain(parseSipUri(to)?.host ?? "");
}

/** A number, or a phone of a host that has nothing to do with Twilio. */
function ringOther({ callees, world }: Leg, { to, ...ring }: Ring & Route): Promise<Callee> {
  const uri = parseSipUri(to);
  return world.clock.hold(async () => callees(uri === undefined ? to : sipAddress(uri), ring));
}

interface Route {
  readonly from: string;
  readonly to: string;
}

function numberProblem(leg: Leg, { from, to }: Route): TwimlError | undefined {
  if (isEmergencyNumber(to)) return checkEmergency(leg, from, to);
  return isNumber(to)
    ? checkCallerId(leg, from)
    : new TwimlError(13224, `Dial: Invalid phone number ${JSON.stringify(to)}`);
}

/**
 * Of Twilio's SIP Domains only the account's own may be dialled; other hosts may be any.
 * @see https://www.twilio.com/docs/api/errors/13243, https://www.twilio.com/docs/api/errors/32214
 * @see https://www.twilio.com/docs/api/errors/32223
 */
function sipProblem({ row, world }: Leg, { from, to }: Route): TwimlError | undefined {
  const uri = parseSipUri(to);
  if (uri === undefined) return new TwimlError(13243, `Dial->SIP: Invalid SIP URI ${JSON.stringify(to)}`);
  if (isSipDomain(uri.host)) {
    if (findSipDomain(world.account, uri.host) === undefined)
      return new TwimlError(32214, `SIP: Invalid <Dial><Sip>: ${uri.host} is no SIP Domain of the account`);
    if (uri.user === "") return new TwimlError(32223, `There is no username in the SIP URI ${to}`);
  }
  if (from === row.from || isSipCallerId(from)) return undefined;
  return new TwimlError(13214, `Dial: Invalid callerId value ${JSON.stringify(from)}`);
}

/** @see https://www.twilio.com/docs/api/errors/32009 */
async function ringSip(leg: Leg, { to, ...ring }: Ring & Route): Promise<Callee> {
  const { clock, switchboard } = leg.world;
  const callee = await clock.hold(async () => switchboard.ringSip(to, ring));
  if (callee !== undefined) return callee;
  leg.log.fail(
    32009,
    `The user you tried to dial is not registered with the corresponding SIP Domain: ${to}`,
  );
  return { does: "failed", sipCode: isKnown(leg, to) ? NOT_REGISTERED : NOT_FOUND };
}

/** Whether somebody could register as this user. */
function isKnown({ world: { account } }: Leg, to: string): boolean {
  const { user = "", host = "" } = parseSipUri(to) ?? {};
  const lists = [...(findSipDomain(account, host)?.registrationsLists.keys() ?? [])];
  const credentials = lists.flatMap((sid) => [
    ...(account.credentialLists.get(sid)?.credentials.values() ?? []),
  ]);
  return credentials.some(({ username }) => username === user);
}
