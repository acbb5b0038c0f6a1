import { openCallback } from "../../policy/office/callback-link";
import { promptIn } from "../../policy/office/prompts/prompt-in";
import { isLive } from "../../telephony/call-status";
import type { CallbackStatus } from "../../telephony/read-callback-status";
import { renderCallbackEnd } from "../../twiml/render-callback";
import type { CallWiring } from "../wiring";
import { tellCallback } from "./callback-tell";
import { callbackWords } from "./callback-words";

/**
 * Takes in how the calls of an attempt go. The TwiML counts for the Dial only, after which whoever in the office was to
 * talk is still there: it says when nobody was reached.
 */
export async function followCallback(wiring: CallWiring, news: CallbackStatus): Promise<string> {
  const { of, status, dialCallStatus } = news;
  const link = openCallback(wiring.environment("LINK_SECRET"), news.link);
  if (link === undefined) {
    wiring.log("callback-link-refused", { of });
    return renderCallbackEnd();
  }
  const { attempt } = link;
  if (of === "dial") {
    const callback = await tellCallback(wiring, link, { kind: "dialed", attempt, status: dialCallStatus });
    return callback?.state === "done" ? renderCallbackEnd() : missed(wiring);
  }
  if (of === "caller" && status === "in-progress")
    await tellCallback(wiring, link, { kind: "reached", attempt });
  if (of === "phone" && status !== undefined && !isLive(status)) {
    const at = wiring.now().toISOString();
    await tellCallback(wiring, link, { kind: "phone-ended", attempt, status, at });
  }
  return renderCallbackEnd();
}

const missed = (wiring: CallWiring): string =>
  renderCallbackEnd(callbackWords(wiring, (locale) => promptIn(locale, "callbackMissed")));
