import { parseVanityState } from "../../policy/vanity/parse-vanity-state";
import { textMessage } from "../../policy/vanity/text-message";
import { resultOfRefusal, type TextResult } from "../../policy/vanity/text-result";
import { DEFAULT_VANITY, type VanityPolicy } from "../../policy/vanity/vanity";
import { claimText, countText, releaseText } from "../../store/vanity-texts";
import type { VanityTexting } from "../../telephony/read-vanity-request";
import { inTime } from "../in-time";
import { describeFailure } from "../log";
import type { TextMessage } from "../message-gateway";
import type { CallWiring } from "../wiring";
import { spellNumber } from "./spell-number";
import { spellingParts } from "./spelling-parts";
import { type TextRoute, textRoute } from "./vanity-caller";

/** What the flow is told. */
export interface TextReply {
  readonly result: TextResult;
}

const PERMITTING_MS = 1800;
/** A request to Twilio may take that long, and the flow must still be told. */
const SENDING_MS = 1700;

/**
 * Sends a caller the spellings of the number that was told last, once: also when Twilio asks twice. What cannot be counted
 * is not sent.
 */
export async function textSpellings(wiring: CallWiring, texting: VanityTexting): Promise<TextReply> {
  const { callSid } = texting;
  try {
    const attempted = await attempt(wiring, texting);
    wiring.log("spellings-texted", { callSid, ...attempted });
    return { result: attempted.result };
  } catch (failure) {
    wiring.log("spellings-not-texted", { callSid, ...describeFailure(failure) });
    return { result: "not" };
  }
}

/** What became of it, and what the owner may want to know of that: why nothing was sent, or Twilio's reason to refuse it. */
interface Attempt {
  readonly result: TextResult;
  readonly why?: string;
  /** @see https://www.twilio.com/docs/api/errors */
  readonly code?: number;
}

const not = (why: string): Attempt => ({ result: "not", why });

async function attempt(wiring: CallWiring, texting: VanityTexting): Promise<Attempt> {
  const state = parseVanityState(texting.state);
  const route = textRoute(wiring, texting);
  if (typeof route === "string") return not(route);
  if (state?.asked !== "text" || state.number === undefined) return not("the caller asked for none");
  const { vanity = DEFAULT_VANITY } = wiring.policy();
  const [{ number, results }, permit] = await Promise.all([
    spellNumber(spellingParts(wiring, vanity), state.number),
    inTime(PERMITTING_MS, permitted(wiring, route, vanity)),
  ]);
  if (permit !== "granted") return permit ?? not("Sync is slow");
  if (wiring.timeLeft() < SENDING_MS) return not("no time is left");
  const { to, from, name } = route;
  return send(wiring, { to, from, body: textMessage({ name, number, results, locale: state.locale }) });
}

/**
 * The number's own message first, so that one number's many calls never use up what all have together; given back when
 * all have used that up, so that the caller may ask again in the next hour.
 */
async function permitted(
  wiring: CallWiring,
  { to }: TextRoute,
  { texts }: VanityPolicy,
): Promise<"granted" | Attempt> {
  const store = { sync: wiring.sync(), random: () => wiring.random() };
  const claim = await claimText(store, to, wiring.now());
  if (claim !== "claimed") return claim === "had" ? { result: "already" } : not("Sync is overrun");
  const count = await countText(store, wiring.now(), texts.perHour);
  if (count === "counted") return "granted";
  await releaseText(store, to);
  return not(count === "full" ? "as many went out as may in an hour" : "Sync is overrun");
}

async function send(wiring: CallWiring, message: TextMessage): Promise<Attempt> {
  const sent = await wiring.messages().send(message);
  if (sent.outcome === "taken") return { result: "sent" };
  const { code } = sent;
  return { result: resultOfRefusal(code), ...(code !== undefined && { code }) };
}
