import type { LanguageTag } from "../policy/office/language-tag";
import type { Speech, SpeechPart } from "../policy/vanity/speech";
import { LONGEST_SAY, speakable } from "./speakable";

const ENGLISH: LanguageTag = "en-US";

/**
 * A speech as SSML for the text of a Studio widget: the first of its versions that is no longer than Twilio speaks, else the last one
 * as plain text, cut. Nothing that XML would escape is in it: what Studio makes of a text without any tag is not documented.
 * @see https://www.twilio.com/docs/voice/twiml/say/text-speech#ssml
 * @see https://www.twilio.com/docs/studio/widget-library/sayplay
 */
export function renderSpeech(versions: readonly Speech[], language: LanguageTag): string {
  const rendered = versions.map((speech) => speech.map((part) => renderPart(part, language)).join(" "));
  return rendered.find((text) => text.length <= LONGEST_SAY) ?? speakable(plainSpeech(versions.at(-1) ?? []));
}

/** A speech as plain text, for voices that speak no SSML: the pauses are left to its commas and full stops. */
export function plainSpeech(speech: Speech): string {
  return speech.flatMap((part) => ("pauseMs" in part ? [] : [plain(wordsOf(part))])).join(" ");
}

function renderPart(part: SpeechPart, language: LanguageTag): string {
  if ("pauseMs" in part) return `<break time="${part.pauseMs}ms"/>`;
  const text = plain(wordsOf(part));
  const isForeign = "english" in part && language !== ENGLISH;
  return isForeign ? `<lang xml:lang="${ENGLISH}">${text}</lang>` : text;
}

const wordsOf = (part: { readonly say: string } | { readonly english: string }): string =>
  "say" in part ? part.say : part.english;

const plain = (text: string): string =>
  speakable(text)
    .replace(/\s*&\s*/g, " and ")
    .replace(/[<>"]/g, " ")
    .replace(/ {2,}/g, " ")
    .trim();
