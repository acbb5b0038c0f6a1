import type { OwnerStep } from "../owner-step";

/** What follows the keys of a call when there is none. */
export const NO_CALL: OwnerStep = { do: "menu", say: "There is no call in progress." };
