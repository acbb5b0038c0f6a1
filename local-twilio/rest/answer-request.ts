import { isAuthentic } from "./credentials";
import type { RestWorld } from "./rest-server";
import { errorReply, notFound, TwilioError } from "./twilio-error";
import type { Product, WireReply, WireRequest } from "./wire";

/** Answers a request as Twilio would, and has request and reply judged by Twilio's documents. */
export async function answerRequest(
  world: RestWorld,
  product: Product | undefined,
  request: WireRequest,
): Promise<WireReply> {
  if (product?.refuse !== undefined)
    return (await product.handle(request)) ?? refuseByName(world, product.refuse, request);
  const reply = isAuthentic(request, world.account)
    ? ((await product?.handle(request)) ?? refuse(world, request))
    : errorReply(new TwilioError(401, 20003, "Authenticate"));
  if (reply.status === 501) world.journal.complain(refusalOf(reply));
  const { complaints, warnings } = world.judge({ request, reply });
  for (const complaint of complaints) world.journal.complain(complaint);
  for (const warning of warnings) world.onWarning?.(warning);
  return reply;
}

/** What another company's API has and its stand-in has not. */
function refuseByName(
  { journal }: RestWorld,
  refuse: NonNullable<Product["refuse"]>,
  { method, host, path }: WireRequest,
): WireReply {
  const refusal = `Local Twilio does not have ${method} ${host}${path}`;
  journal.complain(refusal);
  return refuse(501, refusal);
}

/** What was refused by name, an operation or a parameter, is a complaint, so that nobody takes it for done. */
function refusalOf({ body }: WireReply): string {
  const isError = typeof body === "object" && body !== null && "message" in body;
  return isError ? `${body.message}` : "Local Twilio does not have this";
}

/**
 * What no product answers: an operation that Twilio has and we have not is refused by name, loudly (status 501, and a
 * complaint), so that nobody takes it for an empty list; the rest is 405 or 404 as on Twilio.
 */
function refuse({ judge }: RestWorld, { host, method, path }: WireRequest): WireReply {
  const operation = judge.operationName(host, method, path);
  const refusal = `Local Twilio does not have ${operation} (${method} ${host}${path})`;
  if (operation !== undefined) return errorReply(new TwilioError(501, 20501, refusal));
  return errorReply(
    judge.knowsPath(host, path) ? new TwilioError(405, 20004, "Method not allowed") : notFound(path),
  );
}
