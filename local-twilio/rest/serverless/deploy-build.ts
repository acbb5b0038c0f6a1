import type { BuiltFile } from "../../serverless/write-build";
import { keepLog } from "./keep-log";
import type { BuildRow, DeploymentRow, EnvironmentRow, ServiceRow, VersionRow } from "./serverless-rows";
import type { ServerlessWorld } from "./serverless-world";

/** A build on its way to an Environment. */
export interface Rollout {
  readonly service: ServiceRow;
  readonly environment: EnvironmentRow;
  readonly deployment: DeploymentRow;
  readonly build: BuildRow;
}

/** Puts a build on its Environment's domain, with that Environment's Variables. */
export function deployBuild(world: ServerlessWorld, rollout: Rollout): void {
  const { service, environment, build } = rollout;
  world.deployed.deploy({
    domainName: environment.domainName,
    files: [...build.functionVersions, ...build.assetVersions].map(toFile),
    variables: () => variablesOf(world, service.sid, environment),
    log: (line) => keepLog(world, rollout, line),
  });
}

function toFile({ sid, kind, path, visibility, content, contentType }: VersionRow): BuiltFile {
  const file = { kind, path, access: visibility, name: sid, content };
  return contentType === undefined ? file : { ...file, contentType };
}

/** What Functions find in `context` and `process.env`. @see https://www.twilio.com/docs/serverless/functions-assets/functions/variables */
function variablesOf(
  { account, services }: ServerlessWorld,
  serviceSid: string,
  { sid, variables }: EnvironmentRow,
): Readonly<Record<string, string>> {
  const withCredentials = services.get(serviceSid)?.includeCredentials ?? true;
  return {
    ...Object.fromEntries([...variables.values()].map(({ key, value }) => [key, value])),
    ...(withCredentials ? { ACCOUNT_SID: account.sid, AUTH_TOKEN: account.authToken } : {}),
    SERVICE_SID: serviceSid,
    ENVIRONMENT_SID: sid,
  };
}
