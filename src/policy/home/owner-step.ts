import type { E164 } from "../../telephony/e164";
import type { OfficeMode } from "../office/office-state";
import type { CallInProgress, OwnerFactName, OwnerPart, OwnerSituation } from "./owner-situation";

/** What can be asked for once more before it is done. */
export const CONFIRMED = ["allow", "block"] as const;
export type Confirmed = (typeof CONFIRMED)[number];

/** What follows a key that the owner pressed. */
export type OwnerStep =
  | { readonly do: "connect" | "goodbye" }
  | { readonly do: "listen" | "join"; readonly call: CallInProgress }
  | { readonly do: "end"; readonly call: CallInProgress }
  | { readonly do: "pause" }
  | { readonly do: "switch"; readonly to: OfficeMode }
  | { readonly do: "ask"; readonly ask: Confirmed; readonly number: E164; readonly say: string }
  | { readonly do: Confirmed; readonly number: E164 }
  /** Says something, then the options. */
  | { readonly do: "menu"; readonly say: string };

/** One option of the owner's menu. */
export interface OwnerOption {
  /** The key that chooses it. */
  readonly key: string;
  /** The part of the policy without which it is not there; left out: it always is. */
  readonly part?: OwnerPart;
  readonly needs: readonly OwnerFactName[];
  /** How the menu offers it; undefined when there is nothing to offer now. */
  readonly offer: (situation: OwnerSituation) => string | undefined;
  /** Whoever presses a key that was not offered is told why. */
  readonly choose: (situation: OwnerSituation) => OwnerStep;
}
