import { check } from "../check";
import { ok } from "../finding";

/** That nothing is deployed, the live Service says itself when it cannot be gathered. */
export const deploymentCheck = check({
  name: "deployment",
  title: "Deployment",
  needs: ["liveService", "deployment"],
  judge: ({ liveService: { environment }, deployment: { releases } }) => {
    const since = releases.at(-1)?.at;
    return [ok(`live at ${environment.domainName}${since === undefined ? "" : ` since ${since}`}`)];
  },
});
