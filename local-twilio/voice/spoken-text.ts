import type { TwimlElement } from "./parse-twiml";

/**
 * 150 words a minute, the usual rate of clear narration. Twilio documents no rate: it depends on the voice.
 */
const SECONDS_A_WORD = 0.4;
/** Even an empty Say takes a moment. */
const SHORTEST_SECONDS = 0.1;
/** @see https://www.twilio.com/docs/voice/twiml/say/text-speech#break (the lengths of the strengths are a guess) */
const BREAK_SECONDS: Readonly<Record<string, number>> = {
  none: 0,
  "x-weak": 0,
  weak: 0.2,
  medium: 0.4,
  strong: 0.6,
  "x-strong": 1,
};
const PARTS_OF_TEXT = ["p", "s", "break"];

/** Text as it is spoken, and for how long. */
export interface SpokenText {
  readonly text: string;
  readonly seconds: number;
}

/** What a Say speaks: its text without SSML, `sub` replaced by its alias, the time of breaks added. */
export function speakElement(say: TwimlElement): SpokenText {
  const text = collectText(say).replace(/\s+/g, " ").trim();
  return { text, seconds: secondsOfText(text) + secondsOfBreaks(say) };
}

/** How long it takes to speak a text. */
export function secondsOfText(text: string): number {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return Math.max(SHORTEST_SECONDS, words * SECONDS_A_WORD);
}

function collectText(element: TwimlElement): string {
  const { alias } = element.attributes;
  if (element.name === "sub" && alias !== undefined) return alias;
  const inner = element.children.map((child) => (typeof child === "string" ? child : collectText(child)));
  return PARTS_OF_TEXT.includes(element.name) ? ` ${inner.join("")} ` : inner.join("");
}

function secondsOfBreaks(element: TwimlElement): number {
  const own = element.name === "break" ? secondsOfBreak(element.attributes) : 0;
  return element.children.reduce<number>(
    (sum, child) => sum + (typeof child === "string" ? 0 : secondsOfBreaks(child)),
    own,
  );
}

function secondsOfBreak({ time, strength = "medium" }: TwimlElement["attributes"]): number {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)(ms|s)$/.exec(time ?? "") ?? [];
  if (amount !== undefined) return unit === "ms" ? Number(amount) / 1000 : Number(amount);
  return BREAK_SECONDS[strength] ?? 0;
}
