import type { Callee } from "../local-twilio/voice/party";
import { type Conversation, humanParty } from "./human-party";

/** How long two telephones talk with nobody at the terminal between them. */
const TALK_SECONDS = 30;

/**
 * A dialled phone that is picked up at the terminal: what is whispered there is told, and keys may be pressed. Who is
 * connected only listens, since it is the caller who is asked when to hang up; between two telephones it is this one.
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
        if (moment.heard.kind === "conversation")
          return { at: Math.min(TALK_SECONDS, moment.seconds), does: "hangUp" };
        if (!hasPickedUp) tell(`  ${to} picks up`);
        hasPickedUp = true;
        return here.during(moment);
      },
    },
  };
}
