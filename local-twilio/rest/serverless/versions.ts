import { type Route, route } from "../route";
import { type Collection, findResource, findService, present } from "./find-serverless";
import { formatContent, formatVersion, urlOfService } from "./format-serverless";
import { newestFirst } from "./list-serverless";
import type { ServiceRow, VersionRow } from "./serverless-rows";
import type { ServerlessWorld } from "./serverless-world";

const CONTENT = "/v1/Services/{ServiceSid}/Functions/{FunctionSid}/Versions/{Sid}/Content";

/**
 * The operations on what was uploaded. There is none that gives an Asset's content, on Twilio either.
 * @see https://www.twilio.com/docs/serverless/api/resource/function-version
 * @see https://www.twilio.com/docs/serverless/api/resource/asset-version
 */
export function versionRoutes(world: ServerlessWorld): readonly Route[] {
  return [
    route("GET", CONTENT, ({ ServiceSid, FunctionSid, Sid }) => {
      const service = findService(world, ServiceSid);
      const version = findVersion(service, "Functions", [FunctionSid, Sid]);
      return { status: 200, body: formatContent(world, service, version) };
    }),
    ...routesOf(world, "Functions"),
    ...routesOf(world, "Assets"),
  ];
}

function routesOf(world: ServerlessWorld, collection: Collection): readonly Route[] {
  const list = `/v1/Services/{ServiceSid}/${collection}/{ResourceSid}/Versions` as const;
  const one = `/v1/Services/{ServiceSid}/${collection}/{ResourceSid}/Versions/{Sid}` as const;
  return [
    route("GET", list, ({ ServiceSid, ResourceSid }, request) => {
      const service = findService(world, ServiceSid);
      const { sid, versions } = findResource(service, collection, ResourceSid);
      return newestFirst(request, {
        key: collection === "Functions" ? "function_versions" : "asset_versions",
        url: `${urlOfService(service)}/${collection}/${sid}/Versions`,
        rows: versions,
        format: (version) => formatVersion(world, service, version),
      });
    }),
    route("GET", one, ({ ServiceSid, ResourceSid, Sid }) => {
      const service = findService(world, ServiceSid);
      const version = findVersion(service, collection, [ResourceSid, Sid]);
      return { status: 200, body: formatVersion(world, service, version) };
    }),
  ];
}

function findVersion(
  service: ServiceRow,
  collection: Collection,
  [resourceSid, sid]: readonly [string, string],
): VersionRow {
  const { versions } = findResource(service, collection, resourceSid);
  const path = `/Services/${service.sid}/${collection}/${resourceSid}/Versions/${sid}`;
  return present(
    versions.find((version) => version.sid === sid),
    path,
  );
}
