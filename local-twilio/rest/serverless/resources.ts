import { type Route, route } from "../route";
import { type Collection, collectionOf, findResource, findService } from "./find-serverless";
import { formatResource, urlOfService } from "./format-serverless";
import { oldestFirst } from "./list-serverless";
import { readNeeded } from "./read-serverless-request";
import { MAX_FRIENDLY_NAME } from "./serverless-limits";
import { type ServerlessWorld, stamp } from "./serverless-world";

/**
 * The operations on Functions and Assets. What is deployed keeps its own copy, so that deleting one takes nothing off
 * the net.
 * @see https://www.twilio.com/docs/serverless/api/resource/function
 * @see https://www.twilio.com/docs/serverless/api/resource/asset
 */
export function resourceRoutes(world: ServerlessWorld): readonly Route[] {
  return [...routesOf(world, "Functions"), ...routesOf(world, "Assets")];
}

function routesOf(world: ServerlessWorld, collection: Collection): readonly Route[] {
  const list = `/v1/Services/{ServiceSid}/${collection}` as const;
  return [
    route("GET", list, ({ ServiceSid }, request) => {
      const service = findService(world, ServiceSid);
      return oldestFirst(request, {
        key: collection.toLowerCase(),
        url: `${urlOfService(service)}/${collection}`,
        rows: collectionOf(service, collection).values(),
        format: (resource) => formatResource(world, { service, collection }, resource),
      });
    }),
    route("POST", list, ({ ServiceSid }, request) => {
      const service = findService(world, ServiceSid);
      const friendlyName = readNeeded(request, "FriendlyName", MAX_FRIENDLY_NAME);
      const resource = { ...stamp(world, "ZH"), friendlyName, versions: [] };
      collectionOf(service, collection).set(resource.sid, resource);
      return { status: 201, body: formatResource(world, { service, collection }, resource) };
    }),
    ...routesOfOne(world, collection),
  ];
}

function routesOfOne(world: ServerlessWorld, collection: Collection): readonly Route[] {
  const one = `/v1/Services/{ServiceSid}/${collection}/{Sid}` as const;
  return [
    route("GET", one, ({ ServiceSid, Sid }) => {
      const service = findService(world, ServiceSid);
      const resource = findResource(service, collection, Sid);
      return { status: 200, body: formatResource(world, { service, collection }, resource) };
    }),
    route("POST", one, ({ ServiceSid, Sid }, request) => {
      const service = findService(world, ServiceSid);
      const before = findResource(service, collection, Sid);
      const friendlyName = readNeeded(request, "FriendlyName", MAX_FRIENDLY_NAME);
      const resource = { ...before, friendlyName, dateUpdated: world.clock.now() };
      collectionOf(service, collection).set(resource.sid, resource);
      return { status: 200, body: formatResource(world, { service, collection }, resource) };
    }),
    route("DELETE", one, ({ ServiceSid, Sid }) => {
      const service = findService(world, ServiceSid);
      collectionOf(service, collection).delete(findResource(service, collection, Sid).sid);
      return { status: 204 };
    }),
  ];
}
