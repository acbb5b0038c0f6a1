import type { CallOutcome } from "../../../../local-twilio/voice/call-outcome";
import type { Act, Moment, Party } from "../../../../local-twilio/voice/party";
import { receiveCall } from "../../../../local-twilio/voice/receive-call";
import { type CallSetup, LINE, type Line, openLine, type Seen, textsHeard } from "../phone-line";

export const ROOM = "Room 1234";
/** https://www.twilio.com/docs/voice/twiml/conference: every event there is. */
export const ALL_EVENTS = "start end join leave mute hold modify speaker announcement";

/** Callers of one line, each with a document of its own: the caller's number is `from`. */
export interface Meeting extends Line {
  /** Calls after so many seconds, and stays until `until` seconds after the start, or for ever. */
  call(from: string, visit: Visit): Promise<CallOutcome>;
}

export interface Visit {
  /** Seconds into the meeting. */
  readonly at?: number;
  /** Seconds into the meeting when the caller hangs up. */
  readonly until?: number;
  /** What the caller does besides, each act once, in any moment. */
  readonly acts?: readonly (Act & { readonly when: number })[];
}

/** A line whose document depends on who calls: `documents` by the caller's number, TwiML without its root element. */
export function openMeeting(
  documents: Readonly<Record<string, string>>,
  replies: CallSetup["replies"] = {},
  onRequest: (path: string, meeting: Meeting) => void = () => undefined,
): Meeting {
  const line = openLine({ replies: { ...replies, "/status": "" } });
  const { send } = line.world;
  const world = {
    ...line.world,
    send: (webhook: Parameters<typeof send>[0]) => {
      onRequest(new URL(webhook.url).pathname, meeting);
      const inner = webhook.url.endsWith("/voice") ? documents[webhook.parameters.From ?? ""] : undefined;
      if (inner === undefined) return send(webhook);
      const body = `<Response>${inner}</Response>`;
      return Promise.resolve({ kind: "reply", status: 200, contentType: "text/xml", body } as const);
    },
  };
  const call = async (from: string, { at = 0, ...visit }: Visit) => {
    await world.clock.sleep(at * 1000);
    const party = visitor(line, visit);
    return receiveCall({ from, to: LINE, party, callees: () => ({ does: "failed" }) }, world);
  };
  const meeting: Meeting = { ...line, world, call };
  return meeting;
}

const START = Date.parse("2026-01-05T15:00:00Z");

/** Somebody who acts at instants of the meeting, whatever is heard then. */
export function visitor({ world }: Pick<Line, "world">, { until, acts = [] }: Omit<Visit, "at">): Party {
  const left = [...acts, ...(until === undefined ? [] : [{ at: 0, does: "hangUp", when: until } as const])];
  let announced: (typeof left)[number] | undefined;
  return {
    during: async ({ seconds }: Moment): Promise<Act> => {
      const now = (world.clock.now() - START) / 1000;
      const [next] = left;
      if (next === undefined || next.when - now >= seconds) return { at: seconds, does: "nothing" };
      announced = left.shift();
      return { ...next, at: Math.max(0, next.when - now) };
    },
    interrupted: () => {
      if (announced !== undefined) left.unshift(announced);
      announced = undefined;
    },
  };
}

/** The noun, in a Dial with these attributes. */
export function conference(attributes = "", dial = "", name = ROOM): string {
  return `<Dial ${dial}><Conference ${attributes}>${name}</Conference></Dial>`;
}

/** The names of the events that were told to a path, in order. */
export function eventsAt(seen: readonly Seen[], path: string): string[] {
  return seen
    .filter((request) => request.path === path)
    .map(({ parameters }) => parameters.StatusCallbackEvent ?? "");
}

export const heardBy = (outcome: CallOutcome): string[] => textsHeard(outcome);
