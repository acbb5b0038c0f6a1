import type { Act, Party } from "./party";

/** How long a callee talks who says nothing about it. */
export const CONVERSATION_SECONDS = 30;

/** Somebody who listens to whatever there is, talks for so many seconds once there is somebody to talk to, and hangs up. */
export function createTalker(seconds = CONVERSATION_SECONDS): Party {
  let left = seconds;
  let asked = 0;
  return {
    during: async ({ heard, seconds: whole }): Promise<Act> => {
      const talks = heard.kind === "conversation";
      asked = talks ? Math.min(left, whole) : 0;
      const hangsUp = talks && left <= whole;
      left -= asked;
      return hangsUp ? { at: asked, does: "hangUp" } : { at: whole, does: "nothing" };
    },
    interrupted: (passed) => {
      left += Math.max(0, asked - passed);
    },
  };
}
