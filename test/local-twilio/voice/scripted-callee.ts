import type { Act, Callee, Moment, Party } from "../../../local-twilio/voice/party";
import type { Step } from "./phone-line";

/** A phone with somebody at it: each step waits for its moment; afterwards nothing is done. */
export interface ScriptedCallee {
  readonly party: Party;
  readonly phone: Extract<Callee, { does: "answers" }>;
  /** What was heard there, each text once and silences left out. */
  texts(): string[];
}

export function scriptedCallee(...steps: Step[]): ScriptedCallee {
  const moments: Moment[] = [];
  let next = 0;
  const party: Party = {
    during: async (moment): Promise<Act> => {
      moments.push(moment);
      const act = steps[next]?.(moment);
      if (act !== undefined) next += 1;
      return act ?? { at: moment.seconds, does: "nothing" };
    },
  };
  const texts = () =>
    [...new Set(moments.map(({ heard }) => heard.text))].filter((text) => text !== "silence");
  return { party, phone: { does: "answers", party }, texts };
}
