import { check } from "../check";
import { failure, ok, warning } from "../finding";

/** @see https://www.twilio.com/docs/serverless/functions-assets/runtime (the cloud runs Node.js 22) */
const TESTED = [20, 22] as const;
const CLOUD = 22;

export const nodeVersionCheck = check({
  name: "node",
  title: "Node.js",
  needs: ["nodeVersion"],
  judge: ({ nodeVersion }) => {
    const major = Number.parseInt(nodeVersion, 10);
    if (major === CLOUD) return [ok(`${nodeVersion}, as the cloud runs`)];
    const fix = `Install Node.js ${CLOUD}: https://nodejs.org`;
    if (TESTED.some((tested) => tested === major)) return [ok(`${nodeVersion}; the cloud runs ${CLOUD}`)];
    if (major < TESTED[0]) return [failure(`${nodeVersion} is too old`, fix)];
    return [warning(`${nodeVersion} is not what Gatehouse is tested with (${TESTED.join(", ")})`, fix)];
  },
});
