import { answer, type Route } from "../route";
import type { Product } from "../wire";
import { accountRoutes } from "./accounts";
import { addressRoutes } from "./addresses";
import type { ApiWorld } from "./api-world";
import { callRoutes } from "./calls";
import { credentialListRoutes } from "./credential-lists";
import { numberRoutes } from "./numbers";
import { recordingRoutes } from "./recordings";
import { sipCredentialRoutes } from "./sip-credentials";
import { sipDomainRoutes } from "./sip-domains";
import { sipMappingRoutes } from "./sip-mappings";

/**
 * api.twilio.com, version 2010-04-01: the account, its numbers and SIP domains, and the calls the voice engine left.
 * @param live operations on calls in progress, where there is a voice engine
 */
export function createApiProduct(world: ApiWorld, live: readonly Route[] = []): Product {
  const routes = [
    ...callRoutes(world),
    ...recordingRoutes(world),
    ...accountRoutes(world),
    ...numberRoutes(world),
    ...addressRoutes(world),
    ...sipDomainRoutes(world),
    ...sipMappingRoutes(world),
    ...credentialListRoutes(world),
    ...sipCredentialRoutes(world),
    ...live,
  ];
  return { host: "api.twilio.com", handle: (request) => answer(routes, request) };
}
