import { outcomeOf } from "../voice/outcome-of";
import { type Callee, type Party, SECONDS_TO_ANSWER } from "../voice/party";
import type { Ring, Switchboard } from "../voice/switchboard";
import { createTalker } from "../voice/talker";
import type { Handset } from "./handset";

type Answering = Extract<Callee, { does: "answers" }>;

/** Of several phones that do not answer, what says most of the call: one that rings on, a busy one, a failed one. */
const UNANSWERED = ["no-answer", "busy", "failed"] as const;
/** The SIP response of a phone that declines. @see https://www.rfc-editor.org/rfc/rfc3261#section-21.6.2 */
const DECLINE = 603;

/**
 * Rings all phones of one user at once; the first to answer has the call.
 * @see https://www.twilio.com/docs/voice/api/sip-registration (several registrations of one user are forked)
 */
export async function ringHandsets(
  handsets: readonly Handset[],
  {
    uri,
    ring,
    switchboard,
  }: { readonly uri: string; readonly ring: Ring; readonly switchboard: Switchboard },
): Promise<Callee> {
  const { over: _over, ...shown } = ring;
  const replies = await Promise.all(
    handsets.map(async (handset) => ({ handset, callee: await handset.ring({ ...shown, to: uri }) })),
  );
  const [first] = replies
    .flatMap(({ handset, callee }) => (callee.does === "answers" ? [{ handset, callee }] : []))
    .sort((a, b) => secondsToAnswer(a.callee) - secondsToAnswer(b.callee));
  if (first === undefined) return unansweredBy(replies.map(({ callee }) => callee));
  const { party = createTalker(first.callee.seconds) } = first.callee;
  return { ...first.callee, party: noting(first.handset, party, { ring, switchboard }) };
}

/** Seconds that a phone rings before it is answered. */
function secondsToAnswer({ after = SECONDS_TO_ANSWER }: Answering): number {
  return after;
}

function unansweredBy(callees: readonly Callee[]): Callee {
  const does = UNANSWERED.find((each) => callees.some((callee) => callee.does === each)) ?? "failed";
  const found = callees.find((callee) => callee.does === does);
  return found?.does === "failed" ? { sipCode: DECLINE, ...found } : { does };
}

/** The party of a phone which notes that the phone is in a call from the answer on, and in the end how it went. */
function noting(
  handset: Handset,
  party: Party,
  { ring, switchboard }: { readonly ring: Ring; readonly switchboard: Switchboard },
): Party {
  let answered = false;
  return {
    interrupted: (seconds) => party.interrupted?.(seconds),
    during: (moment) => {
      const leg = switchboard.legs.get(ring.callSid);
      if (!answered && leg !== undefined) {
        answered = true;
        handset.takePart(
          aborted(ring.over).then(() => outcomeOf(leg)),
          "callee",
        );
      }
      return party.during(moment);
    },
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
