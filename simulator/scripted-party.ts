import type { Heard, Moment, Party } from "../local-twilio/voice/party";
import { type CallerStep, listen, type Progress, START, unmetStep } from "./scripted-caller";

/** A caller who follows a script, and what the script waited for in vain. */
export interface ScriptedParty {
  readonly party: Party;
  /**
   * To be asked once the call is over: what was waited for and never heard.
   * @param heardInAll what the caller heard; a rejected one hears the network's words and is not asked for an act.
   */
  failures(heardInAll: readonly Heard[]): string[];
}

/** Makes a party of a script; failures number steps from 1, as a person counts them. @param who names it in them. */
export function scriptedParty(script: readonly CallerStep[], who = "caller"): ScriptedParty {
  let progress = START;
  let asked: { readonly before: Progress; readonly moment: Moment } | undefined;
  const heard: string[] = [];
  return {
    party: {
      async during(moment) {
        if (moment.heard.text !== "" && heard.at(-1) !== moment.heard.text) heard.push(moment.heard.text);
        asked = { before: progress, moment };
        const [act, next] = listen(script, progress, moment);
        progress = next;
        return act;
      },
      interrupted(seconds) {
        if (asked === undefined) return;
        [, progress] = listen(script, asked.before, { ...asked.moment, seconds });
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
        `${who} step ${index + 1} never heard ${JSON.stringify(source)}; heard ${JSON.stringify(heard)}`,
      ];
    },
  };
}
