import type { Act, Moment, Party } from "../voice/party";

/** Somebody who listens to whatever there is, talks for so many seconds once there is somebody to talk to, and hangs up. */
export function createTalker(seconds: number): Party {
  let left = seconds;
  let asked = 0;
  return {
    during: async (moment: Moment): Promise<Act> => {
      asked = moment.heard.kind === "conversation" ? Math.min(left, moment.seconds) : 0;
      const hangsUp = moment.heard.kind === "conversation" && left <= moment.seconds;
      left -= asked;
      return hangsUp ? { at: asked, does: "hangUp" } : { at: moment.seconds, does: "nothing" };
    },
    interrupted: (passed) => {
      left += Math.max(0, asked - passed);
    },
  };
}
