import type { Callee } from "../local-twilio/voice/party";
import { type Conversation, humanParty } from "./human-party";

/**
 * A dialled phone that is picked up at the terminal: what is whispered there is told, and keys may be pressed. Who is
 * connected only listens, since it is the caller who is asked when to hang up.
 */
export function calleeAtTerminal(to: string, { tell, ask }: Conversation): Callee {
  let hasPickedUp = false;
  const here = humanParty({
    tell: (text) => tell(`  ${to} hears ${text.trim()}`),
    ask: (question) => ask(`  ${to}: ${question.trim()} `),
  });
  return {
    does: "answers",
    party: {
      during: async (moment) => {
        if (moment.heard.kind === "conversation") return { at: moment.seconds, does: "nothing" };
        if (!hasPickedUp) tell(`  ${to} picks up`);
        hasPickedUp = true;
        return here.during(moment);
      },
    },
  };
}
