import { notFound } from "../twilio-error";
import type { BuildRow, EnvironmentRow, ResourceRow, ServiceRow } from "./serverless-rows";
import type { ServerlessWorld } from "./serverless-world";

/** The two kinds of resources whose versions are uploaded, as they stand in URLs. */
export type Collection = "Functions" | "Assets";

/** The Service with this SID or unique name. @throws TwilioError 404 */
export function findService({ services }: ServerlessWorld, name: string): ServiceRow {
  const service = services.get(name) ?? [...services.values()].find(({ uniqueName }) => uniqueName === name);
  if (service === undefined) throw notFound(`/Services/${name}`);
  return service;
}

/** @throws TwilioError 404 */
export function findEnvironment(
  world: ServerlessWorld,
  serviceSid: string,
  sid: string,
): { service: ServiceRow; environment: EnvironmentRow } {
  const service = findService(world, serviceSid);
  const path = `/Services/${serviceSid}/Environments/${sid}`;
  return { service, environment: present(service.environments.get(sid), path) };
}

/** The Functions or the Assets of a Service. */
export function collectionOf(service: ServiceRow, collection: Collection): Map<string, ResourceRow> {
  return collection === "Functions" ? service.functions : service.assets;
}

/** @throws TwilioError 404 */
export function findResource(service: ServiceRow, collection: Collection, sid: string): ResourceRow {
  const path = `/Services/${service.sid}/${collection}/${sid}`;
  return present(collectionOf(service, collection).get(sid), path);
}

/** @throws TwilioError 404 */
export function findBuild(service: ServiceRow, sid: string): BuildRow {
  return present(service.builds.get(sid), `/Services/${service.sid}/Builds/${sid}`);
}

/** What was found. @throws TwilioError 404 that names the path, when nothing was */
export function present<Row>(row: Row | undefined, path: string): Row {
  if (row === undefined) throw notFound(path);
  return row;
}
