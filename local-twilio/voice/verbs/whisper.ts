import { attendUntil } from "../attend";
import type { ChildCall } from "../child-call";
import { endLeg, type Leg } from "../leg";
import { runDocuments } from "../run-documents";
import { NOT_SUPPORTED, TwimlError } from "../twiml-error";

const ALLOWED = ["Say", "Play", "Gather", "Pause", "Hangup", "Redirect"];

const RINGING = {
  heard: { kind: "ringing", text: "ringing" },
  seconds: Number.POSITIVE_INFINITY,
  awaits: "answer",
} as const;

/**
 * Lets the callee hear the document of the phone's `url` while the caller goes on hearing the ringing. `connect`: it has
 * come to its end, or there is none. `declined`: the callee hung up, was hung up on, or the document could not be had.
 * `hungUp`: the caller did not wait for it.
 * @see https://www.twilio.com/docs/voice/twiml/number#attributes-url
 */
export async function whisper(leg: Leg, child: ChildCall): Promise<"connect" | "declined" | "hungUp"> {
  const { dialed, leg: callee } = child;
  if (dialed.whisper === undefined || callee === undefined) return "connect";
  const over = new AbortController();
  const [heard, { isDocumentOver = false }] = await Promise.all([
    attendUntil(leg, RINGING, { until: over.signal, resumed: true }).then((act) => {
      if (act.does === "hangUp") endLeg(callee);
      return act;
    }),
    runDocuments(callee, { ...dialed.whisper, parameters: {} }, checkVerb).finally(() => over.abort()),
  ]);
  for (const { code, message } of callee.log.errors) leg.log.fail(code, message);
  if (heard.does === "hangUp") return "hungUp";
  return isDocumentOver ? "connect" : "declined";
}

/** @see https://www.twilio.com/docs/api/errors/13201 */
function checkVerb(name: string): void {
  if (name === "Dial") throw new TwimlError(13201, "Dial: Cannot Dial out from a Dial Call Segment");
  if (!ALLOWED.includes(name))
    throw new TwimlError(
      NOT_SUPPORTED,
      `Local Twilio does not support <${name}> before a callee is connected`,
    );
}
