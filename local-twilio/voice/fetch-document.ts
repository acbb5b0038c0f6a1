import { absoluteUrl } from "./absolute-url";
import { callParameters } from "./call-parameters";
import type { DocumentRequest } from "./document-request";
import { type Followed, sendFollowing } from "./follow-redirects";
import type { Leg } from "./leg";
import { type Reply, readReply, readTwiml } from "./read-reply";

/** A reply that can be executed, and where it came from. */
export interface Fetched {
  readonly url: string;
  readonly reply: Exclude<Reply, { kind: "problem" }>;
}

/**
 * Requests a document, or when that fails, the leg's fallback URL. Undefined when there is nothing to execute.
 * @see https://www.twilio.com/docs/usage/security/availability-reliability (fallback URL with ErrorCode and ErrorUrl)
 */
export async function fetchDocument(leg: Leg, request: DocumentRequest): Promise<Fetched | undefined> {
  const first = await requestDocument(leg, request);
  if (first.reply.kind !== "problem") return { url: first.url, reply: first.reply };
  const { fallback } = leg;
  leg.log.fail(first.reply.code, first.reply.message);
  if (fallback === undefined) return undefined;
  const parameters = { ErrorCode: String(first.reply.code), ErrorUrl: first.url };
  const second = await requestDocument(leg, { ...fallback, parameters });
  if (second.reply.kind !== "problem") return { url: second.url, reply: second.reply };
  leg.log.fail(second.reply.code, second.reply.message);
  return undefined;
}

/** Requests a document and lets the judge see it. One that came with an API request is there already. */
export async function requestDocument(
  leg: Leg,
  { url, method, parameters, twiml }: DocumentRequest,
): Promise<{ url: string; reply: Reply }> {
  if (twiml !== undefined) return readSent(leg, twiml);
  const absolute = absoluteUrl(url, leg.documentUrl);
  if (absolute === undefined) return invalidUrl(url);
  leg.log.note("requested", `${method} ${absolute}`);
  const all = { ...callParameters(leg.world.account, leg.row), ...leg.parameters, ...parameters };
  const followed = await sendFollowing(leg.world, { url: absolute, method, parameters: all });
  const reply = readFollowed(followed);
  judge(leg, followed, reply);
  return { url: followed.url, reply };
}

/** It has no URL: relative ones in it, and a Gather or Record without an action, lead nowhere. */
function readSent({ log, world }: Leg, xml: string): { url: string; reply: Reply } {
  log.note("requested", "the TwiML of the API request");
  for (const complaint of world.judgeTwiml(xml)) world.journal.complain(`Twiml: ${complaint}`);
  return { url: "", reply: readTwiml(xml) };
}

/** @see https://www.twilio.com/docs/api/errors/11100 */
function invalidUrl(url: string): { url: string; reply: Reply } {
  return { url, reply: { kind: "problem", code: 11100, message: `Invalid URL format: ${url}` } };
}

function readFollowed({ problem, result }: Followed): Reply {
  return problem === undefined ? readReply(result) : { kind: "problem", ...problem };
}

/** A document that was spoilt on purpose is nobody's fault. */
function judge({ world }: Leg, { url, result }: Followed, reply: Reply): void {
  if (result.kind === "reply" && result.injected) return;
  const { pathname } = new URL(url);
  if (reply.kind === "problem" && reply.code === 12300)
    world.journal.complain(`${pathname}: 12300 ${reply.message}`);
  if (!("xml" in reply) || reply.xml === undefined) return;
  for (const complaint of world.judgeTwiml(reply.xml)) world.journal.complain(`${pathname}: ${complaint}`);
}
