import { timingSafeEqual } from "node:crypto";
import { parseSpokenDigits } from "./parse-spoken-digits";

/** What a caller did when asked: keys pressed, words understood, or neither. */
export interface Answer {
  readonly digits?: string | undefined;
  readonly speech?: string | undefined;
}

/** `none`: nothing pressed, and nothing said that could be digits meant as an answer. */
export type Judgement = "right" | "wrong" | "none";

/**
 * Compares an answer with the digits that were asked for. A finishing # is no part of it. The right digits spoken pass
 * too; any other speech is no answer.
 */
export function judgeAnswer({ digits, speech }: Answer, expected: string): Judgement {
  const pressed = digits?.replace(/#/g, "") ?? "";
  const spoken = speech === undefined ? undefined : parseSpokenDigits(speech);
  if (isSame(pressed, expected) || (spoken !== undefined && isSame(spoken, expected))) return "right";
  return digits ? "wrong" : "none";
}

/** Takes as long for a near miss as for a far one. */
function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
