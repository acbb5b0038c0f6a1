import parsePhoneNumber from "libphonenumber-js/max";
import { isNumber } from "../../voice/caller-id";
import { refuseParameters } from "../api/refuse-parameters";
import { type Route, route } from "../route";
import { notFound, TwilioError } from "../twilio-error";
import type { WireReply, WireRequest } from "../wire";
import { invalid } from "./change-service";
import { formatVerification } from "./format-verification";
import {
  CHANNELS,
  type Channel,
  MOST_ATTEMPTS,
  pendingOf,
  type VerificationRow,
  verificationKey,
} from "./verification-row";
import type { VerifyServiceRow } from "./verify-row";
import { findService, type VerifyWorld } from "./verify-world";

/** Twilio's channels that local Twilio does not have. */
const OTHER_CHANNELS: readonly string[] = ["email", "whatsapp", "sna", "auto", "rbm"];

/** Codes are sent, which a test can read, and called off. @see https://www.twilio.com/docs/verify/api/verification */
export function verificationRoutes(world: VerifyWorld): readonly Route[] {
  const all = "/v2/Services/{ServiceSid}/Verifications";
  const one = `${all}/{Sid}` as const;
  const keep = (row: VerificationRow, status: number): WireReply => {
    world.verifications.set(verificationKey(row.serviceSid, row.to), row);
    return { status, body: formatVerification(world.account.sid, row) };
  };
  return [
    route("POST", all, ({ ServiceSid }, request) =>
      keep(send(world, findService(world, ServiceSid, request), request), 201),
    ),
    route("GET", one, ({ ServiceSid, Sid }, request) => ({
      status: 200,
      body: formatVerification(world.account.sid, find(world, [ServiceSid, Sid], request)),
    })),
    route("POST", one, ({ ServiceSid, Sid }, request) => {
      const status = readStatus(request);
      const before = find(world, [ServiceSid, Sid], request);
      return keep({ ...before, status, dateUpdated: world.clock.now() }, 200);
    }),
  ];
}

function find(
  world: VerifyWorld,
  [serviceSid, sid]: readonly [string, string],
  request: WireRequest,
): VerificationRow {
  findService(world, serviceSid, request);
  const row = pendingOf(world, serviceSid, sid);
  if (row === undefined || row.misses >= MOST_ATTEMPTS) throw notFound(request.path);
  return row;
}

function readStatus({ body }: WireRequest): "approved" | "canceled" {
  const status = body.get("Status");
  if (status !== "approved" && status !== "canceled") throw invalid("Status");
  return status;
}

/** "If your user makes another request within that period, they will receive the same token." */
function send(world: VerifyWorld, service: VerifyServiceRow, { body }: WireRequest): VerificationRow {
  // What a message says, and in which language, is Twilio's own.
  refuseParameters(body, "CreateVerification", ["To", "Channel", "Locale"]);
  const [channel, to] = [readChannel(body.get("Channel") ?? ""), readReceiver(body.get("To") ?? "")];
  if (channel === "sms" && service.skipSmsToLandlines && world.messages.marks.get(to) === "landline")
    throw new TwilioError(403, 60205, "SMS is not supported by landline phone number");
  const before = pendingOf(world, service.sid, to);
  if (before !== undefined && before.misses >= MOST_ATTEMPTS) throw maxChecks();
  if (before !== undefined && before.sendings.length >= MOST_ATTEMPTS)
    throw new TwilioError(429, 60203, "Max send attempts reached");
  const at = world.clock.now();
  const sendings = [...(before?.sendings ?? []), { sid: world.sids("VL"), at, channel }];
  return { ...(before ?? start(world, service, to)), sendings, dateUpdated: at };
}

function start({ clock, sids }: VerifyWorld, { sid: serviceSid, codeLength }: VerifyServiceRow, to: string) {
  const now = clock.now();
  const sid = sids("VE");
  const code = String(BigInt(`0x${sid.slice(2)}`)).slice(-codeLength);
  return { ...{ sid, serviceSid, to, code, misses: 0 }, status: "pending" as const, dateCreated: now };
}

function readChannel(text: string): Channel {
  const channel = CHANNELS.find((each) => each === text);
  if (channel !== undefined) return channel;
  throw OTHER_CHANNELS.includes(text)
    ? new TwilioError(501, 20501, `Local Twilio does not have the channel ${text} of Verify`)
    : invalid("Channel");
}

/** "Use strict E.164 formatting, including the + sign." @see https://www.twilio.com/docs/api/errors/60200 */
function readReceiver(to: string): string {
  if (isNumber(to) && parsePhoneNumber(to)?.isPossible() === true) return to;
  throw invalid("To");
}

/** @see https://www.twilio.com/docs/api/errors/60202 ("wait until the current verification expires (10 minutes) to create a new verification") */
export function maxChecks(): TwilioError {
  return new TwilioError(429, 60202, "Max check attempts reached");
}
