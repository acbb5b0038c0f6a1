import { rebase } from "./base-url";
import { takeOut } from "./flow-fills";
import type { FlowSource } from "./flow-file";
import type { FlowTargets } from "./flow-targets";
import { unbindSids } from "./function-sids";
import { mapTexts } from "./json";
import { findState, mapStates } from "./states";

/**
 * A flow from Studio as the repository would have it: the inverse of `bindFlow`. What its owner has changed stays as it
 * is, so a new phone number is left for the lint to find.
 * @param ours the flow in the repository, whose placeholders come back
 */
export function unbindFlow(
  live: unknown,
  targets: FlowTargets,
  { definition, bindings }: FlowSource,
): unknown {
  const { domainUrl, values = {} } = targets;
  const empty = takeOut(live, bindings.fills ?? {}, { values, ours: definition });
  const plain = mapStates(empty, (state) =>
    unbindSids(state, domainUrl, findState(definition, String(state.name))),
  );
  return mapTexts(plain, (text) => rebase(text, domainUrl, bindings.baseUrl));
}
