/** @see https://www.twilio.com/docs/glossary/what-is-gsm-7-character-encoding (the basic character set) */
const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
/** The same page's extension table: each costs two characters. */
const EXTENSION = new Set("\f^{}\\[~]|€");

/** Characters of a message that fits into one segment, and of each segment of a longer one. */
const GSM_7 = { alone: 160, each: 153 } as const;
const UCS_2 = { alone: 70, each: 67 } as const;

/**
 * How many segments a text is sent in: of 160 characters in GSM-7 or 70 in UCS-2, or of 153 and 67 when there are
 * several, as each then begins with a header. What counts as two is never split.
 * @see https://www.twilio.com/docs/glossary/what-sms-character-limit
 */
export function countSegments(text: string): number {
  const characters = [...text];
  const isGsm7 = characters.every((each) => BASIC.has(each) || EXTENSION.has(each));
  const costs = characters.map((each) => (isGsm7 ? (EXTENSION.has(each) ? 2 : 1) : each.length));
  const { alone, each } = isGsm7 ? GSM_7 : UCS_2;
  return costs.reduce((sum, cost) => sum + cost, 0) <= alone ? 1 : pack(costs, each);
}

function pack(costs: readonly number[], room: number): number {
  let [segments, used] = [1, 0];
  for (const cost of costs) {
    if (used + cost > room) [segments, used] = [segments + 1, 0];
    used += cost;
  }
  return segments;
}
