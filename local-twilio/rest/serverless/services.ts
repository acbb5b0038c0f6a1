import { type Route, route } from "../route";
import type { WireRequest } from "../wire";
import { findService } from "./find-serverless";
import { formatService, SERVERLESS_BASE } from "./format-serverless";
import { oldestFirst } from "./list-serverless";
import { readDomainPart, readFlag, readNeeded, readText } from "./read-serverless-request";
import { conflict, invalid } from "./serverless-errors";
import { MAX_FRIENDLY_NAME, MAX_SERVICE_NAME } from "./serverless-limits";
import type { ServiceRow } from "./serverless-rows";
import { type ServerlessWorld, stamp } from "./serverless-world";

/** The operations on Services. @see https://www.twilio.com/docs/serverless/api/resource/service */
export function serviceRoutes(world: ServerlessWorld): readonly Route[] {
  return [
    route("GET", "/v1/Services", (_, request) =>
      oldestFirst(request, {
        key: "services",
        url: SERVERLESS_BASE,
        rows: world.services.values(),
        format: (service) => formatService(world, service),
      }),
    ),
    route("POST", "/v1/Services", (_, request) => {
      const service = newService(world, request);
      world.services.set(service.sid, service);
      return { status: 201, body: formatService(world, service) };
    }),
    route("GET", "/v1/Services/{Sid}", ({ Sid }) => ({
      status: 200,
      body: formatService(world, findService(world, Sid)),
    })),
    route("POST", "/v1/Services/{Sid}", ({ Sid }, request) => ({
      status: 200,
      body: formatService(world, changeService(world, findService(world, Sid), request)),
    })),
    route("DELETE", "/v1/Services/{Sid}", ({ Sid }) => {
      const service = findService(world, Sid);
      for (const { domainName } of service.environments.values()) world.deployed.undeploy(domainName);
      world.services.delete(service.sid);
      return { status: 204 };
    }),
  ];
}

function newService(world: ServerlessWorld, request: WireRequest): ServiceRow {
  const uniqueName = readDomainPart(request, "UniqueName", MAX_SERVICE_NAME);
  if (uniqueName === undefined) throw invalid("Missing required parameter UniqueName in the post body");
  const friendlyName = readNeeded(request, "FriendlyName", MAX_FRIENDLY_NAME);
  if ([...world.services.values()].some((service) => service.uniqueName === uniqueName))
    throw conflict(`Service with UniqueName ${uniqueName} already exists`);
  const row = stamp(world, "ZS");
  return {
    ...row,
    uniqueName,
    friendlyName,
    includeCredentials: readFlag(request, "IncludeCredentials") ?? true,
    uiEditable: readFlag(request, "UiEditable") ?? false,
    domainBase: `${uniqueName.toLowerCase()}-${fourDigits(row.sid)}`,
    environments: new Map(),
    functions: new Map(),
    assets: new Map(),
    builds: new Map(),
  };
}

/** @see https://www.twilio.com/docs/serverless/api#understanding-domains (random characters, shown as four digits) */
function fourDigits(sid: string): number {
  return 1000 + (Number.parseInt(sid.slice(2, 10), 16) % 9000);
}

function changeService(world: ServerlessWorld, service: ServiceRow, request: WireRequest): ServiceRow {
  const changed = {
    ...service,
    friendlyName: readText(request, "FriendlyName", MAX_FRIENDLY_NAME) ?? service.friendlyName,
    includeCredentials: readFlag(request, "IncludeCredentials") ?? service.includeCredentials,
    uiEditable: readFlag(request, "UiEditable") ?? service.uiEditable,
    dateUpdated: world.clock.now(),
  };
  world.services.set(service.sid, changed);
  for (const { domainName } of service.environments.values()) world.deployed.restart(domainName);
  return changed;
}
