import { answer } from "../route";
import type { Product } from "../wire";
import type { ApiWorld } from "./api-world";
import { callRoutes } from "./calls";
import { recordingRoutes } from "./recordings";

/** api.twilio.com, version 2010-04-01: the account's calls and recordings, as the voice engine left them. */
export function createApiProduct(world: ApiWorld): Product {
  const routes = [...callRoutes(world), ...recordingRoutes(world)];
  return { host: "api.twilio.com", handle: (request) => answer(routes, request) };
}
