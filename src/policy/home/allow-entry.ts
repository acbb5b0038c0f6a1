import type { E164 } from "../../telephony/e164";
import type { WeeklyRange } from "../../telephony/hours";
import type { Scope } from "../facts";

/** Which way a listed number may be connected. */
export type Direction = "in" | "out" | "both";

/** An entry of the allow list: a person who may call the home's phone, or be called from it. */
export interface AllowEntry extends Scope {
  readonly person: string;
  readonly direction: Direction;
  /** Rings, and may be called, at bedtime too. */
  readonly overrideBedtime: boolean;
  /** Who is offered to a caller when nobody answers. */
  readonly primaryContact: boolean;
  /** Local times at which the person may be connected; left out: always. */
  readonly hours?: readonly WeeklyRange[];
}

/** An entry with its number. */
export interface AllowedPerson extends AllowEntry {
  readonly number: E164;
}
