import type { Skipped } from "./contact";
import type { ContentLine } from "./read-content-lines";

/** The content lines between one BEGIN:VCARD and its END:VCARD. */
export interface Card {
  /** The line of BEGIN:VCARD. */
  readonly line: number;
  readonly lines: readonly ContentLine[];
}

interface OpenCard extends Card {
  readonly lines: ContentLine[];
}

/**
 * Parts a file into its cards. A card within another (an AGENT of version 2.1) is a card of its own. What has no end, no
 * beginning, or stands between cards, is told to `skip`.
 */
export function* readCards(lines: Iterable<ContentLine>, skip: (skipped: Skipped) => void): Generator<Card> {
  let open: OpenCard[] = [];
  let isBetween = false;
  for (const content of lines) {
    const boundary = /^(?:[\w-]+\.)?(BEGIN|END)\s*:\s*VCARD\s*$/i
      .exec(content.text.trim())?.[1]
      ?.toUpperCase();
    const top = open.at(-1);
    if (boundary === "BEGIN") {
      if (!isAwaitingAgent(top)) open = closeUnended(open, skip);
      open.push({ line: content.line, lines: [] });
    } else if (boundary === "END") {
      if (top === undefined)
        skip({ line: content.line, reason: "END:VCARD without a BEGIN:VCARD before it" });
      else yield top;
      open.pop();
    } else if (top !== undefined) top.lines.push(content);
    else if (!isBetween && content.text.trim() !== "")
      skip({ line: content.line, reason: "text outside any card" });
    isBetween = top === undefined && boundary === undefined;
  }
  closeUnended(open, skip);
}

function isAwaitingAgent(card: OpenCard | undefined): boolean {
  return /^(?:[\w-]+\.)?AGENT[^:]*:\s*$/i.test(card?.lines.at(-1)?.text ?? "");
}

function closeUnended(cards: readonly OpenCard[], skip: (skipped: Skipped) => void): OpenCard[] {
  for (const { line } of cards) skip({ line, reason: "the card has no END:VCARD" });
  return [];
}
