import type { OwnerOption } from "../owner-step";
import { NO_CALL } from "./no-call";

/** Ends the call in progress. */
export const end: OwnerOption = {
  key: "4",
  part: "home",
  needs: ["call"],
  offer: ({ call }) => (call === undefined ? undefined : "To end the call in progress, press 4."),
  choose: ({ call }) => (call === undefined ? NO_CALL : { do: "end", call }),
};
