import type { Heard } from "../../../local-twilio/voice/party";
import { LINE, type DeployDesk } from "./deploy-desk";

let strangers = 0;

/** Somebody new each time: three unanswered challenges would lock the same caller out. */
export const nextStranger = () => `+1212555${String(100 + (strangers++ % 100)).padStart(4, "0")}`;

/** A stranger calls the line, listens, and hangs up at the first tone, or after a minute. @returns what was heard */
export async function callLine({ local }: DeployDesk, from = nextStranger()): Promise<readonly Heard[]> {
  const outcome = await local.receiveCall({
    from,
    to: LINE,
    callees: () => ({ does: "answers", seconds: 1 }),
    party: {
      during: async ({ heard }) => ({
        at: 0,
        does: heard.kind === "beep" || heard.kind === "silence" ? "hangUp" : "nothing",
      }),
    },
  });
  await outcome.afterwards;
  return outcome.heard;
}
