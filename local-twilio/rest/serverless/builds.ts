import { type Route, route } from "../route";
import type { WireRequest } from "../wire";
import { findBuild, findService } from "./find-serverless";
import { formatBuild, formatBuildStatus, urlOfService } from "./format-serverless";
import { newestFirst } from "./list-serverless";
import { readDependencies, readRuntime, readVersions } from "./read-build";
import { invalid } from "./serverless-errors";
import type { BuildRow, ServiceRow, VersionRow } from "./serverless-rows";
import { type ServerlessWorld, stamp } from "./serverless-world";

/** The operations on Builds. @see https://www.twilio.com/docs/serverless/api/resource/build */
export function buildRoutes(world: ServerlessWorld): readonly Route[] {
  return [
    route("GET", "/v1/Services/{ServiceSid}/Builds", ({ ServiceSid }, request) => {
      const service = findService(world, ServiceSid);
      return newestFirst(request, {
        key: "builds",
        url: `${urlOfService(service)}/Builds`,
        rows: service.builds.values(),
        format: (build) => formatBuild(world, service, build),
      });
    }),
    route("POST", "/v1/Services/{ServiceSid}/Builds", ({ ServiceSid }, request) => {
      const service = findService(world, ServiceSid);
      const build = newBuild(world, service, request);
      service.builds.set(build.sid, build);
      return { status: 201, body: formatBuild(world, service, build) };
    }),
    route("GET", "/v1/Services/{ServiceSid}/Builds/{Sid}", ({ ServiceSid, Sid }) => {
      const service = findService(world, ServiceSid);
      return { status: 200, body: formatBuild(world, service, findBuild(service, Sid)) };
    }),
    route("GET", "/v1/Services/{ServiceSid}/Builds/{Sid}/Status", ({ ServiceSid, Sid }) => {
      const service = findService(world, ServiceSid);
      const build = findBuild(service, Sid);
      const body = formatBuildStatus(world, service, build);
      build.timesAsked += 1;
      return { status: 200, body };
    }),
    route("DELETE", "/v1/Services/{ServiceSid}/Builds/{Sid}", ({ ServiceSid, Sid }) => {
      const service = findService(world, ServiceSid);
      const { sid } = findBuild(service, Sid);
      refuseLive(service, sid);
      service.builds.delete(sid);
      return { status: 204 };
    }),
  ];
}

function newBuild(world: ServerlessWorld, service: ServiceRow, request: WireRequest): BuildRow {
  const functionVersions = readVersions(request, "FunctionVersions", service.functions);
  const assetVersions = readVersions(request, "AssetVersions", service.assets);
  const versions = [...functionVersions, ...assetVersions];
  // Twilio's words: serverless-toolkit, issue 465.
  if (versions.length === 0)
    throw invalid("At least one Function Version or Asset Version is required for Build");
  refuseTwins(versions);
  return {
    ...stamp(world, "ZB"),
    functionVersions,
    assetVersions,
    dependencies: readDependencies(request),
    runtime: readRuntime(request),
    outcome: world.faults.take(`build:${service.uniqueName}`) === undefined ? "completed" : "failed",
    timesAsked: 0,
  };
}

function refuseTwins(versions: readonly VersionRow[]): void {
  const paths = versions.map(({ path }) => path);
  const twin = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twin !== undefined) throw invalid(`Duplicate path ${twin} in the Build`);
}

function refuseLive({ environments }: ServiceRow, buildSid: string): void {
  const live = [...environments.values()].find((environment) => environment.buildSid === buildSid);
  if (live === undefined) return;
  throw invalid(`Build ${buildSid} cannot be deleted: it is deployed to Environment ${live.sid}`);
}
