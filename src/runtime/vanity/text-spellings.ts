import { parseVanityState } from "../../policy/vanity/parse-vanity-state";
import { textMessage } from "../../policy/vanity/text-message";
import { resultOfRefusal, type TextResult } from "../../policy/vanity/text-result";
import { DEFAULT_VANITY, type VanityPolicy } from "../../policy/vanity/vanity";
import { claimText, countText } from "../../store/vanity-texts";
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
    const result = await attempt(wiring, texting);
    wiring.log("spellings-texted", { callSid, result });
    return { result };
  } catch (failure) {
    wiring.log("spellings-not-texted", { callSid, ...describeFailure(failure) });
    return { result: "not" };
  }
}

async function attempt(wiring: CallWiring, texting: VanityTexting): Promise<TextResult> {
  const state = parseVanityState(texting.state);
  const route = textRoute(wiring, texting);
  if (state?.asked !== "text" || state.number === undefined || typeof route === "string") return "not";
  const { vanity = DEFAULT_VANITY } = wiring.policy();
  const [{ number, results }, permit] = await Promise.all([
    spellNumber(spellingParts(wiring, vanity), state.number),
    inTime(PERMITTING_MS, permitted(wiring, route, vanity)),
  ]);
  if (permit !== "granted") return permit ?? "not";
  if (wiring.timeLeft() < SENDING_MS) return "not";
  const { to, from, name } = route;
  return send(wiring, { to, from, body: textMessage({ name, number, results, locale: state.locale }) });
}

/** The number's own message first, so that one number's many calls never use up what all have together. */
async function permitted(
  wiring: CallWiring,
  { to }: TextRoute,
  { texts }: VanityPolicy,
): Promise<"granted" | "already" | "not"> {
  const store = { sync: wiring.sync(), random: () => wiring.random() };
  const claim = await claimText(store, to, wiring.now());
  if (claim !== "claimed") return claim === "had" ? "already" : "not";
  const count = await countText(store, wiring.now(), texts.perHour);
  return count === "counted" ? "granted" : "not";
}

async function send(wiring: CallWiring, message: TextMessage): Promise<TextResult> {
  const sent = await wiring.messages().send(message);
  return sent.outcome === "taken" ? "sent" : resultOfRefusal(sent.code);
}
