import { holdsAttempt } from "../../policy/office/callback-attempt";
import { type CallbackLink, openCallback } from "../../policy/office/callback-link";
import { numberIn } from "../../policy/office/number-in";
import { promptIn } from "../../policy/office/prompts/prompt-in";
import { readCallback } from "../../store/callbacks";
import type { CallbackAnswer } from "../../telephony/read-callback-answer";
import { renderCallbackDial, renderCallbackEnd, renderCallbackQuestion } from "../../twiml/render-callback";
import { LONGEST_CALL_SECONDS } from "../open-voice";
import type { CallWiring } from "../wiring";
import { tellCallback } from "./callback-tell";
import { callbackStatusUrl, callbackUrl } from "./callback-urls";
import { calledName, callbackWords, spokenTime } from "./callback-words";

const KEYS = { now: "1", later: "2", drop: "3" } as const;

/**
 * The TwiML for a telephone of the department. Only who presses the key for "now" is connected, and only once that is
 * written down: so an attempt that meanwhile is another's, dropped, or over, calls nobody.
 */
export async function answerCallback(wiring: CallWiring, answer: CallbackAnswer): Promise<string> {
  const link = openCallback(wiring.environment("LINK_SECRET"), answer.link);
  if (link === undefined) {
    wiring.log("callback-link-refused", { callSid: answer.callSid });
    return renderCallbackEnd();
  }
  const { attempt } = link;
  switch (answer.key) {
    case "":
      return ask(wiring, answer, link);
    case KEYS.now:
      return callNow(wiring, answer, link);
    case KEYS.later:
      await tellCallback(wiring, link, { kind: "later", attempt });
      return renderCallbackEnd(callbackWords(wiring, (locale) => promptIn(locale, "callbackLater")));
    case KEYS.drop:
      await tellCallback(wiring, link, { kind: "drop", attempt });
      return renderCallbackEnd(callbackWords(wiring, (locale) => promptIn(locale, "callbackDropped")));
    default:
      return renderCallbackEnd();
  }
}

async function ask(wiring: CallWiring, answer: CallbackAnswer, link: CallbackLink): Promise<string> {
  const callback = await readCallback(wiring.sync(), link.number);
  if (callback?.state !== "calling" || callback.triedAt !== link.attempt) return gone(wiring);
  const { country } = wiring.policy();
  const question = callbackWords(wiring, (locale) =>
    promptIn(locale, "callbackQuestion", {
      name: calledName(wiring, callback, locale),
      number: numberIn(locale, link.number, country),
      time: spokenTime(wiring, callback.askedAt, locale),
      ...KEYS,
    }),
  );
  return renderCallbackQuestion(question, callbackUrl(wiring, answer.link));
}

async function callNow(wiring: CallWiring, answer: CallbackAnswer, link: CallbackLink): Promise<string> {
  const { callSid } = answer;
  const { attempt, number } = link;
  const at = wiring.now().toISOString();
  const callback = await tellCallback(wiring, link, { kind: "taken", attempt, callSid, at });
  if (callback === undefined || !holdsAttempt(callback, attempt, callSid)) return gone(wiring);
  return renderCallbackDial(
    callbackWords(wiring, (locale) => promptIn(locale, "callbackCalling")),
    {
      to: number,
      callerId: callback.line,
      action: callbackStatusUrl(wiring, answer.link, "dial"),
      statusCallback: callbackStatusUrl(wiring, answer.link, "caller"),
      timeLimitSeconds: LONGEST_CALL_SECONDS,
    },
  );
}

const gone = (wiring: CallWiring): string =>
  renderCallbackEnd(callbackWords(wiring, (locale) => promptIn(locale, "callbackGone")));
