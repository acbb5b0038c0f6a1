import type { Account } from "../../account";
import type { SimulatedClock } from "../../clock";
import type { Faults } from "../../faults";
import type { Journal } from "../../journal";
import { DeployedServices } from "../../serverless/deployed-services";
import type { SidPrefix } from "../../sids";
import type { ServeDomain } from "../rest-server";
import { answer } from "../route";
import type { Product } from "../wire";
import { buildRoutes } from "./builds";
import { deploymentRoutes } from "./deployments";
import { environmentRoutes } from "./environments";
import { logRoutes } from "./logs";
import { resourceRoutes } from "./resources";
import type { EnvironmentRow, ServiceRow } from "./serverless-rows";
import type { ServerlessWorld } from "./serverless-world";
import { serviceRoutes } from "./services";
import { createUploadProduct } from "./upload-product";
import { variableRoutes } from "./variables";
import { versionRoutes } from "./versions";

/** Whom a domain belongs to. `environment.buildSid` is what is live there, if anything. */
export interface DomainOwner {
  readonly service: ServiceRow;
  readonly environment: EnvironmentRow;
}

/** Serverless over REST, with what serves the domains it deploys to, and a door of its own to look inside. */
export interface ServerlessProduct extends Product {
  /** The host for content: `serverless-upload.twilio.com`. */
  readonly upload: Product;
  readonly serveDomain: ServeDomain;
  /** By SID. */
  readonly services: ReadonlyMap<string, ServiceRow>;
  /** The Service and the Environment of a `*.twil.io` name; undefined when there is none. */
  ownerOf(domainName: string): DomainOwner | undefined;
  /** Takes everything off the net and off the disk. */
  close(): void;
}

/** What Serverless needs to know. */
export interface ServerlessOptions {
  readonly account: Account;
  readonly clock: SimulatedClock;
  readonly sids: (prefix: SidPrefix) => string;
  readonly faults: Faults;
  readonly journal: Journal;
}

/** Makes an empty Serverless API. */
export function createServerlessProduct({ journal, ...options }: ServerlessOptions): ServerlessProduct {
  const { account, clock } = options;
  const deployed = new DeployedServices({ account, clock, journal });
  let rows = 0;
  const count = () => {
    rows += 1;
    return rows;
  };
  const world: ServerlessWorld = { ...options, services: new Map(), deployed, count };
  const routes = [
    ...[...versionRoutes(world), ...resourceRoutes(world), ...buildRoutes(world), ...variableRoutes(world)],
    ...[
      ...deploymentRoutes(world),
      ...logRoutes(world),
      ...environmentRoutes(world),
      ...serviceRoutes(world),
    ],
  ];
  return {
    host: "serverless.twilio.com",
    handle: (request) => answer(routes, request),
    upload: createUploadProduct(world),
    serveDomain: (...parts) => deployed.serve(...parts),
    services: world.services,
    ownerOf: (domainName) => ownerOf(world, domainName),
    close: () => deployed.close(),
  };
}

function ownerOf({ services }: ServerlessWorld, domainName: string): DomainOwner | undefined {
  for (const service of services.values())
    for (const environment of service.environments.values())
      if (environment.domainName === domainName) return { service, environment };
  return undefined;
}
