import { rebase } from "./base-url";
import { fillIn } from "./flow-fills";
import type { FlowSource } from "./flow-file";
import type { FlowTargets } from "./flow-targets";
import { bindSids } from "./function-sids";
import { mapTexts } from "./json";
import { mapStates } from "./states";

/**
 * A flow of the repository as one account runs it: its URLs lead to the Functions there, Run Function widgets carry the
 * SIDs of Functions that are known, and named values stand where bindings.json wants them. The definition itself is
 * left as it is.
 * @throws TypeError that names the place when a value, a widget or a property is missing
 */
export function bindFlow({ definition, bindings }: FlowSource, targets: FlowTargets): unknown {
  const { domainUrl, service, values = {} } = targets;
  const filled = fillIn(definition, bindings.fills ?? {}, values);
  const led = mapTexts(filled, (text) => rebase(text, bindings.baseUrl, domainUrl));
  return service === undefined ? led : mapStates(led, (state) => bindSids(state, domainUrl, service));
}
