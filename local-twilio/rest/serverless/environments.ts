import { type Route, route } from "../route";
import type { WireRequest } from "../wire";
import { findEnvironment, findService } from "./find-serverless";
import { formatEnvironment, urlOfService } from "./format-serverless";
import { oldestFirst } from "./list-serverless";
import { readDomainPart, readNeeded } from "./read-serverless-request";
import { conflict } from "./serverless-errors";
import { MAX_DOMAIN_SUFFIX, MAX_ENVIRONMENT_NAME } from "./serverless-limits";
import type { EnvironmentRow, ServiceRow } from "./serverless-rows";
import { type ServerlessWorld, stamp } from "./serverless-world";

/** The operations on Environments. @see https://www.twilio.com/docs/serverless/api/resource/environment */
export function environmentRoutes(world: ServerlessWorld): readonly Route[] {
  return [
    route("GET", "/v1/Services/{ServiceSid}/Environments", ({ ServiceSid }, request) => {
      const service = findService(world, ServiceSid);
      return oldestFirst(request, {
        key: "environments",
        url: `${urlOfService(service)}/Environments`,
        rows: service.environments.values(),
        format: (environment) => formatEnvironment(world, service, environment),
      });
    }),
    route("POST", "/v1/Services/{ServiceSid}/Environments", ({ ServiceSid }, request) => {
      const service = findService(world, ServiceSid);
      const environment = newEnvironment(world, service, request);
      service.environments.set(environment.sid, environment);
      return { status: 201, body: formatEnvironment(world, service, environment) };
    }),
    route("GET", "/v1/Services/{ServiceSid}/Environments/{Sid}", ({ ServiceSid, Sid }) => {
      const { service, environment } = findEnvironment(world, ServiceSid, Sid);
      return { status: 200, body: formatEnvironment(world, service, environment) };
    }),
    route("DELETE", "/v1/Services/{ServiceSid}/Environments/{Sid}", ({ ServiceSid, Sid }) => {
      const { service, environment } = findEnvironment(world, ServiceSid, Sid);
      world.deployed.undeploy(environment.domainName);
      service.environments.delete(environment.sid);
      return { status: 204 };
    }),
  ];
}

function newEnvironment(world: ServerlessWorld, service: ServiceRow, request: WireRequest): EnvironmentRow {
  const uniqueName = readNeeded(request, "UniqueName", MAX_ENVIRONMENT_NAME);
  const domainSuffix = readDomainPart(request, "DomainSuffix", MAX_DOMAIN_SUFFIX)?.toLowerCase();
  const others = [...service.environments.values()];
  if (others.some((other) => other.uniqueName === uniqueName))
    throw conflict(`Environment with UniqueName ${uniqueName} already exists`);
  if (others.some((other) => other.domainSuffix === domainSuffix))
    throw conflict(`Environment with DomainSuffix ${domainSuffix ?? "(none)"} already exists`);
  const suffix = domainSuffix === undefined ? "" : `-${domainSuffix}`;
  return {
    ...stamp(world, "ZE"),
    uniqueName,
    domainSuffix,
    domainName: `${service.domainBase}${suffix}.twil.io`,
    buildSid: undefined,
    variables: new Map(),
    deployments: [],
    logs: [],
  };
}
