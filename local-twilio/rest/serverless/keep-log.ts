import { invocation } from "../../serverless/stray-errors";
import type { FunctionLog } from "../../serverless/surroundings";
import type { Rollout } from "./deploy-build";
import { KEPT_LOGS } from "./serverless-limits";
import type { LogRow } from "./serverless-rows";
import { type ServerlessWorld, stamp } from "./serverless-world";

/** What the console's methods are called in Logs. @see https://www.twilio.com/docs/serverless/api/resource/logs */
const LEVELS: Readonly<Record<FunctionLog["level"], LogRow["level"]>> = {
  debug: "INFO",
  info: "INFO",
  log: "INFO",
  warn: "WARN",
  error: "ERROR",
};

/** Every line that one invocation prints has the SID of its request. */
const requestSids = new WeakMap<object, string>();

/** Keeps a line that a deployed Function printed, and drops the oldest when there are too many. */
export function keepLog(world: ServerlessWorld, rollout: Rollout, { path, level, text }: FunctionLog): void {
  const { environment, deployment, build } = rollout;
  const version = build.functionVersions.find((each) => each.path === path);
  if (version === undefined) return;
  environment.logs.push({
    ...stamp(world, "NO"),
    buildSid: build.sid,
    deploymentSid: deployment.sid,
    functionSid: version.resourceSid,
    requestSid: requestSid(world),
    level: LEVELS[level],
    message: text,
  });
  if (environment.logs.length > KEPT_LOGS) environment.logs.shift();
}

function requestSid({ sids }: ServerlessWorld): string {
  const running = invocation.getStore();
  const known = running === undefined ? undefined : requestSids.get(running);
  if (known !== undefined) return known;
  const sid = sids("RQ");
  if (running !== undefined) requestSids.set(running, sid);
  return sid;
}
