import type { UncompiledPolicy } from "../config/read-policy";
import { emergencyNumbersOf } from "../telephony/emergency-numbers";

/**
 * What of the policy stands in the flows themselves, by the names that bindings.json fills in by. An emergency call must
 * find its way with every Function down.
 */
export function flowValues({ home, country }: Pick<UncompiledPolicy, "home" | "country">) {
  return home === undefined
    ? {}
    : { "home.callerId": home.callerId, "home.emergencyNumbers": emergencyNumbersOf(country).join(", ") };
}
