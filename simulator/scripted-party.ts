import type { Heard, Party } from "../local-twilio/voice/party";
import { type CallerStep, listen, START, unmetStep } from "./scripted-caller";

/** A caller who follows a script, and what the script waited for in vain. */
export interface ScriptedParty {
  readonly party: Party;
  /**
   * To be asked once the call is over: what was waited for and never heard.
   * @param heardInAll what the caller heard; a rejected one hears the network's words and is not asked for an act.
   */
  failures(heardInAll: readonly Heard[]): string[];
}

/** Makes a party of a script; `report` numbers steps from 1, as a person counts them. */
export function scriptedParty(script: readonly CallerStep[]): ScriptedParty {
  let progress = START;
  const heard: string[] = [];
  return {
    party: {
      async during(moment) {
        if (moment.heard.text !== "" && heard.at(-1) !== moment.heard.text) heard.push(moment.heard.text);
        const [act, next] = listen(script, progress, moment);
        progress = next;
        return act;
      },
    },
    failures(heardInAll) {
      for (const rejection of heardInAll.filter(({ kind }) => kind === "reject")) {
        heard.push(rejection.text);
        [, progress] = listen(script, progress, { heard: rejection, seconds: 1, awaits: "nothing" });
      }
      const index = unmetStep(script, progress);
      const source = index === undefined ? undefined : script[index]?.hears?.source;
      if (index === undefined || source === undefined) return [];
      return [
        `caller step ${index + 1} never heard ${JSON.stringify(source)}; heard ${JSON.stringify(heard)}`,
      ];
    },
  };
}
