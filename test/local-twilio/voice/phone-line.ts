import { createAccount } from "../../../local-twilio/account";
import { SimulatedClock } from "../../../local-twilio/clock";
import { Journal } from "../../../local-twilio/journal";
import { addNumber, type NumberSettings } from "../../../local-twilio/number-row";
import { createSids } from "../../../local-twilio/sids";
import type { CallOutcome } from "../../../local-twilio/voice/call-outcome";
import type { Act, Callee, Moment, Party } from "../../../local-twilio/voice/party";
import { receiveCall } from "../../../local-twilio/voice/receive-call";
import { Switchboard } from "../../../local-twilio/voice/switchboard";
import type { VoiceWorld } from "../../../local-twilio/voice/voice-world";
import type { Webhook, WebhookResult } from "../../../local-twilio/webhook";

export const CALLER = "+12125550101";
export const LINE = "+12125550100";
export const CALLEE = "+12125550123";
export const HOST = "https://gatehouse.example";
export const START = Date.parse("2026-01-05T15:00:00Z");

/** A request that the engine made, and the simulated seconds since the call came in. */
export interface Seen extends Webhook {
  readonly path: string;
  readonly at: number;
}

/** Canned replies by path: TwiML without its root element, a whole reply, or several, one for each request. */
export type Replies = Readonly<Record<string, string | WebhookResult | readonly (string | WebhookResult)[]>>;

/** What the caller does in a moment, if it is one to act in: `at` seconds into it. */
export type Step = (moment: Moment) => Act | undefined;

export interface Line {
  readonly world: VoiceWorld;
  readonly seen: Seen[];
  readonly moments: Moment[];
}

export interface CallSetup {
  readonly replies: Replies;
  /** Each step waits for its moment; afterwards the caller does nothing. */
  readonly steps?: readonly Step[];
  readonly callees?: Readonly<Record<string, Callee>>;
  readonly from?: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly fallback?: { readonly url: string; readonly method?: "GET" | "POST" };
  readonly judgeTwiml?: (xml: string) => string[];
}

export function twiml(inner: string): WebhookResult {
  const body = `<?xml version="1.0" encoding="UTF-8"?><Response>${inner}</Response>`;
  return { kind: "reply", status: 200, contentType: "text/xml", body };
}

export function reply(status: number, contentType: string, body: string, location?: string): WebhookResult {
  return { kind: "reply", status, contentType, body, ...(location === undefined ? {} : { location }) };
}

/** Steps of a caller. */
export const during = (kind: Moment["heard"]["kind"], act: Act, text?: string): Step => {
  return ({ heard }) =>
    heard.kind === kind && (text === undefined || heard.text === text) ? act : undefined;
};
export const whileAwaiting = (awaits: Moment["awaits"], act: Act): Step => {
  return (moment) => (moment.awaits === awaits ? act : undefined);
};
export const press = (keys: string, at = 0): Act => ({ at, does: "press", keys });
export const speak = (text: string, seconds: number, at = 0): Act => ({ at, does: "speak", text, seconds });
export const hangUp = (at = 0): Act => ({ at, does: "hangUp" });

/** A line whose webhooks are answered from `replies`; requests without a canned reply get status 404. */
export function openLine(setup: CallSetup): Line {
  const clock = new SimulatedClock(START);
  const account = createAccount(`AC${"0".repeat(32)}`, "token");
  const { fallback } = setup;
  const sids = createSids("test");
  addNumber({ account, clock, sids }, LINE, {
    voiceUrl: `${HOST}/voice`,
    statusCallback: `${HOST}/status`,
    ...(fallback ? { voiceFallbackUrl: fallback.url } : {}),
    ...(fallback?.method ? { voiceFallbackMethod: fallback.method } : {}),
  });
  const seen: Seen[] = [];
  const counts = new Map<string, number>();
  const send = async (webhook: Webhook): Promise<WebhookResult> => {
    const path = webhook.url.replace(HOST, "");
    seen.push({ ...webhook, path, at: (clock.now() - START) / 1000 });
    const count = counts.get(path) ?? 0;
    counts.set(path, count + 1);
    await new Promise((resolve) => setImmediate(resolve));
    return replyFor(setup.replies[path], count);
  };
  const journal = new Journal();
  const judgeTwiml = setup.judgeTwiml ?? (() => []);
  const world = { account, clock, sids, send, journal, judgeTwiml, switchboard: new Switchboard() };
  return { world, seen, moments: [] };
}

/** Changes the settings of the line's number. */
export function setNumber({ world }: Pick<Line, "world">, settings: Partial<NumberSettings>): void {
  const row = world.account.numbers.get(LINE);
  if (row !== undefined) world.account.numbers.set(LINE, { ...row, ...settings });
}

function replyFor(replies: Replies[string] | undefined, count: number): WebhookResult {
  const list = replies === undefined ? [] : [replies].flat();
  const chosen = list[Math.min(count, list.length - 1)];
  if (chosen === undefined) return reply(404, "text/plain", "no such document");
  return typeof chosen === "string" ? twiml(chosen) : chosen;
}

function createParty(line: Line, steps: readonly Step[]): Party {
  let next = 0;
  return {
    during: async (moment) => {
      line.moments.push(moment);
      const act = steps[next]?.(moment);
      if (act === undefined) return { at: moment.seconds, does: "nothing" };
      next += 1;
      return act;
    },
  };
}

/** A whole call: its outcome once every callback has been made, and what was requested. */
export async function placeCall(setup: CallSetup): Promise<Line & { readonly outcome: CallOutcome }> {
  const line = openLine(setup);
  const outcome = await callLine(line, setup);
  await outcome.afterwards;
  return { ...line, outcome };
}

export function callLine(line: Line, { steps = [], callees = {}, from = CALLER, parameters }: CallSetup) {
  const party = createParty(line, steps);
  const answer = (to: string): Callee => callees[to] ?? { does: "answers" };
  const incoming = { from, to: LINE, party, callees: answer, ...(parameters ? { parameters } : {}) };
  return receiveCall(incoming, line.world);
}

/** The requests for one path. */
export function requestsTo(line: Pick<Line, "seen">, path: string): Seen[] {
  return line.seen.filter((request) => request.path === path);
}

/** Texts heard, silences left out. */
export function textsHeard({ heard }: CallOutcome): string[] {
  return heard.filter(({ kind }) => kind !== "silence").map(({ text }) => text);
}
