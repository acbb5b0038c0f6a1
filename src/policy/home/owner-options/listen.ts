import { refuseOwner } from "../owner-joining";
import type { OwnerOption } from "../owner-step";
import { NO_CALL } from "./no-call";

/** Listens to the call in progress: those who talk are told, now or when the call began. */
export const listen: OwnerOption = {
  key: "2",
  part: "home",
  needs: ["call"],
  offer: ({ call, monitoring }) =>
    call === undefined || refuseOwner("listen", call.room, monitoring) !== undefined
      ? undefined
      : "To listen to the call in progress, press 2.",
  choose: ({ call, monitoring }) => {
    if (monitoring === "off") return { do: "menu", say: "Listening to calls is switched off." };
    if (call === undefined) return NO_CALL;
    const refusal = refuseOwner("listen", call.room, monitoring);
    return refusal === undefined ? { do: "listen", call } : { do: "menu", say: refusal };
  },
};
