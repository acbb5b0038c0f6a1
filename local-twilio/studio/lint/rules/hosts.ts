import { textsOf } from "../flow-texts";
import type { LintRule } from "../lint-rule";

/** A flow in the repository names no host but the stand-in that deploying replaces. */
export const hosts: LintRule = {
  severity: "error",
  *check({ flow, bindings }) {
    const base = bindings?.baseUrl?.replace(/\/$/, "");
    if (base === undefined) return;
    for (const state of flow.states)
      for (const { place, text } of textsOf(state))
        if (isUrl(place, text) && !text.startsWith(`${base}/`))
          yield {
            widget: state.name,
            message: `${place} is ${JSON.stringify(text)}, which is not under ${base}/`,
          };
  },
};

function isUrl(place: string, text: string): boolean {
  return text !== "" && (/(^|_)url$|callback$/.test(place) || /^(https?|wss?):\/\//.test(text));
}
