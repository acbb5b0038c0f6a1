import { isoDate } from "../iso-date";
import { buildStatus } from "./build-status";
import type { Collection } from "./find-serverless";
import type {
  BuildRow,
  DeploymentRow,
  EnvironmentRow,
  LogRow,
  ResourceRow,
  ServiceRow,
  Stamp,
  VariableRow,
  VersionRow,
} from "./serverless-rows";
import type { ServerlessWorld } from "./serverless-world";

/** Where this product's URLs start. */
export const SERVERLESS_BASE = "https://serverless.twilio.com/v1/Services";

/** A Service and one of its Environments. */
export interface Environs {
  readonly service: ServiceRow;
  readonly environment: EnvironmentRow;
}

type Json = Record<string, unknown>;

export function urlOfService({ sid }: ServiceRow): string {
  return `${SERVERLESS_BASE}/${sid}`;
}

export function urlOfEnvironment(service: ServiceRow, { sid }: EnvironmentRow): string {
  return `${urlOfService(service)}/Environments/${sid}`;
}

function head({ account }: ServerlessWorld, { sid }: Stamp, service: ServiceRow): Json {
  return { sid, account_sid: account.sid, service_sid: service.sid };
}

function dates({ dateCreated, dateUpdated }: Stamp): Json {
  return { date_created: isoDate(dateCreated), date_updated: isoDate(dateUpdated) };
}

/** The JSON of a Service. @see https://www.twilio.com/docs/serverless/api/resource/service */
export function formatService({ account }: ServerlessWorld, service: ServiceRow): Json {
  const url = urlOfService(service);
  const names = ["environments", "functions", "assets", "builds"];
  const links = names.map((name) => [name, `${url}/${name.charAt(0).toUpperCase()}${name.slice(1)}`]);
  return {
    sid: service.sid,
    account_sid: account.sid,
    friendly_name: service.friendlyName,
    unique_name: service.uniqueName,
    include_credentials: service.includeCredentials,
    ui_editable: service.uiEditable,
    domain_base: service.domainBase,
    ...dates(service),
    url,
    links: Object.fromEntries(links),
  };
}

/** The JSON of an Environment. @see https://www.twilio.com/docs/serverless/api/resource/environment */
export function formatEnvironment(world: ServerlessWorld, service: ServiceRow, row: EnvironmentRow): Json {
  const url = urlOfEnvironment(service, row);
  return {
    ...head(world, row, service),
    build_sid: row.buildSid ?? null,
    unique_name: row.uniqueName,
    domain_suffix: row.domainSuffix ?? null,
    domain_name: row.domainName,
    ...dates(row),
    url,
    links: { variables: `${url}/Variables`, deployments: `${url}/Deployments`, logs: `${url}/Logs` },
  };
}

/** The JSON of a Variable. @see https://www.twilio.com/docs/serverless/api/resource/variable */
export function formatVariable(world: ServerlessWorld, environs: Environs, row: VariableRow): Json {
  return {
    ...head(world, row, environs.service),
    environment_sid: environs.environment.sid,
    key: row.key,
    value: row.value,
    ...dates(row),
    url: `${urlOfEnvironment(environs.service, environs.environment)}/Variables/${row.sid}`,
  };
}

/** The JSON of a Function or an Asset. @see https://www.twilio.com/docs/serverless/api/resource/function */
export function formatResource(
  world: ServerlessWorld,
  { service, collection }: { readonly service: ServiceRow; readonly collection: Collection },
  row: ResourceRow,
): Json {
  const url = `${urlOfService(service)}/${collection}/${row.sid}`;
  const link = collection === "Functions" ? "function_versions" : "asset_versions";
  return {
    ...head(world, row, service),
    friendly_name: row.friendlyName,
    ...dates(row),
    url,
    links: { [link]: `${url}/Versions` },
  };
}

function urlOfVersion(service: ServiceRow, { kind, resourceSid, sid }: VersionRow): string {
  const collection = kind === "function" ? "Functions" : "Assets";
  return `${urlOfService(service)}/${collection}/${resourceSid}/Versions/${sid}`;
}

/** What a version's JSON has on its own and within a build. */
function versionHead(world: ServerlessWorld, service: ServiceRow, row: VersionRow): Json {
  return {
    ...head(world, row, service),
    [row.kind === "function" ? "function_sid" : "asset_sid"]: row.resourceSid,
    path: row.path,
    date_created: isoDate(row.dateCreated),
  };
}

/** The JSON of a version. @see https://www.twilio.com/docs/serverless/api/resource/function-version */
export function formatVersion(world: ServerlessWorld, service: ServiceRow, row: VersionRow): Json {
  const url = urlOfVersion(service, row);
  const links = row.kind === "function" ? { links: { function_version_content: `${url}/Content` } } : {};
  return { ...versionHead(world, service, row), visibility: row.visibility, url, ...links };
}

/** The JSON of a Function's source. @see https://www.twilio.com/docs/serverless/api/resource/function-version-content */
export function formatContent(world: ServerlessWorld, service: ServiceRow, row: VersionRow): Json {
  const url = `${urlOfVersion(service, row)}/Content`;
  const content = row.content.toString("utf8");
  return { ...head(world, row, service), function_sid: row.resourceSid, content, url };
}

/** The JSON of a Build. Its versions say their visibility in capitals, as in Twilio's examples. */
export function formatBuild(world: ServerlessWorld, service: ServiceRow, row: BuildRow): Json {
  const url = `${urlOfService(service)}/Builds/${row.sid}`;
  const format = (version: VersionRow) => ({
    ...versionHead(world, service, version),
    visibility: version.visibility.toUpperCase(),
  });
  return {
    ...head(world, row, service),
    status: buildStatus(world, row),
    asset_versions: row.assetVersions.map(format),
    function_versions: row.functionVersions.map(format),
    dependencies: row.dependencies,
    runtime: row.runtime,
    ...dates(row),
    url,
    links: { build_status: `${url}/Status` },
  };
}

/** The JSON of a Build's status. @see https://www.twilio.com/docs/serverless/api/resource/build-status */
export function formatBuildStatus(world: ServerlessWorld, service: ServiceRow, row: BuildRow): Json {
  const url = `${urlOfService(service)}/Builds/${row.sid}/Status`;
  return { ...head(world, row, service), status: buildStatus(world, row), url };
}

/** The JSON of a Deployment. @see https://www.twilio.com/docs/serverless/api/resource/deployment */
export function formatDeployment(world: ServerlessWorld, environs: Environs, row: DeploymentRow): Json {
  return {
    ...head(world, row, environs.service),
    environment_sid: environs.environment.sid,
    build_sid: row.buildSid ?? null,
    ...dates(row),
    url: `${urlOfEnvironment(environs.service, environs.environment)}/Deployments/${row.sid}`,
  };
}

/** The JSON of a line of log. @see https://www.twilio.com/docs/serverless/api/resource/logs */
export function formatLog(world: ServerlessWorld, environs: Environs, row: LogRow): Json {
  return {
    ...head(world, row, environs.service),
    environment_sid: environs.environment.sid,
    build_sid: row.buildSid,
    deployment_sid: row.deploymentSid,
    function_sid: row.functionSid,
    request_sid: row.requestSid,
    level: row.level,
    message: row.message,
    date_created: isoDate(row.dateCreated),
    url: `${urlOfEnvironment(environs.service, environs.environment)}/Logs/${row.sid}`,
  };
}
