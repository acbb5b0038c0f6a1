import type { OwnerOption } from "../owner-step";
import { allow } from "./allow";
import { block } from "./block";
import { connect } from "./connect";
import { end } from "./end";
import { join } from "./join";
import { listen } from "./listen";
import { office } from "./office";
import { pause } from "./pause";
import { repeat } from "./repeat";

/** The options of the owner's menu, in the order in which they are offered. */
export const OWNER_OPTIONS = [
  "connect",
  "listen",
  "join",
  "end",
  "allow",
  "block",
  "pause",
  "office",
  "repeat",
] as const;
export type OwnerOptionName = (typeof OWNER_OPTIONS)[number];

/** Every option by its name: one that is left out does not compile. */
export const ownerOptions: { readonly [Name in OwnerOptionName]: OwnerOption } = {
  ...{ connect, listen, join, end },
  ...{ allow, block, pause, office, repeat },
};
