import { refuseOwner } from "../owner-joining";
import type { OwnerOption } from "../owner-step";
import { NO_CALL } from "./no-call";

/** Joins the call in progress: those who talk are told first. */
export const join: OwnerOption = {
  key: "3",
  part: "home",
  needs: ["call"],
  offer: ({ call, monitoring }) =>
    call === undefined || refuseOwner("join", call.room, monitoring) !== undefined
      ? undefined
      : "To join it, press 3.",
  choose: ({ call, monitoring }) => {
    if (call === undefined) return NO_CALL;
    const refusal = refuseOwner("join", call.room, monitoring);
    return refusal === undefined ? { do: "join", call } : { do: "menu", say: refusal };
  },
};
