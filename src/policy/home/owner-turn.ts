import { type E164, isE164 } from "../../telephony/e164";
import { CONFIRMED, type Confirmed } from "./owner-step";

/** Where the owner's menu stands between two keys: what the flow keeps for us, as text. */
export interface OwnerTurn {
  /** How many keys, or silences, there were before. */
  readonly turn: number;
  /** How often in a row nothing was pressed. */
  readonly silences: number;
  /** What the key to come confirms. */
  readonly asked?: { readonly ask: Confirmed; readonly number: E164 };
}

const FIRST: OwnerTurn = { turn: 0, silences: 0 };

/** Reads what `renderTurn` wrote; anything else is the first turn. */
export function parseTurn(text: string): OwnerTurn {
  const [, turn, silences, asked, number = ""] = /^(\d{1,4})\.(\d)(?:\.(\w+)\.(\+\d+))?$/.exec(text) ?? [];
  if (turn === undefined) return FIRST;
  const ask = CONFIRMED.find((each) => each === asked);
  const standing = { turn: Number(turn), silences: Number(silences) };
  return ask !== undefined && isE164(number) ? { ...standing, asked: { ask, number } } : standing;
}

/** A turn as text, such as `3.0` or `4.0.block.+1…`. */
export function renderTurn({ turn, silences, asked }: OwnerTurn): string {
  const standing = `${Math.min(turn, 9999)}.${Math.min(silences, 9)}`;
  return asked === undefined ? standing : `${standing}.${asked.ask}.${asked.number}`;
}
