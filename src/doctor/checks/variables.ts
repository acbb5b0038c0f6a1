import { variablesOf } from "../../config/environment";
import { check } from "../check";
import { complaintsOr } from "../finding";
import { judgeVariables } from "../judge-variables";

/** Of the Service's variables only names are ever said. */
export const variablesCheck = check({
  name: "variables",
  title: "Variables",
  needs: ["liveVariables", "variables", "deployment"],
  judge: ({ liveVariables, variables, deployment: { syncServiceSid } }) => {
    // What deploy makes out of what it finds is another check's matter.
    const { HOME_PHONE: _ours, ...own } = variables;
    const wanted = syncServiceSid ? { ...own, SYNC_SERVICE_SID: syncServiceSid } : own;
    const needed = variablesOf("calls").flatMap(([name, { isRequired }]) => (isRequired ? [name] : []));
    return complaintsOr(
      "the Service has all that it needs, as .env has them",
      judgeVariables({ service: "calls", live: liveVariables, wanted, needed }),
    );
  },
});
