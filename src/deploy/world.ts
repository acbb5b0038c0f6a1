import type { Account } from "../account/account";
import type { ServiceRole } from "../config/environment";
import type { Deployment, KeptDeployment } from "./deployment";
import { keepDeployment } from "./deployment";
import type { Observed, ObservedService } from "./observed";
import type { Project } from "./project";

/** Told of what is being done, in a few words. */
export type Report = (line: string) => void;

/** What is known of one of our Serverless Services. */
export interface FoundService {
  serviceSid?: string;
  environmentSid?: string;
  domainName?: string;
  /** What it runs. */
  buildSid?: string;
  functionSids: Readonly<Record<string, string>>;
}

/** What came to be known while a plan is carried out. */
export interface Found {
  syncServiceSid?: string;
  verifyServiceSid?: string;
  sipDomainSid?: string;
  sipDomainName?: string;
  credentialListSid?: string;
  readonly services: Record<ServiceRole, FoundService>;
  readonly flowSids: Record<string, string>;
  readonly webhookUrls: Record<string, string>;
  readonly revisions: Record<string, number>;
}

/** Where the steps of a plan are carried out. */
export interface World {
  readonly account: Account;
  readonly project: Project;
  readonly observed: Observed;
  readonly found: Found;
  readonly report: Report;
  readonly sleep: (ms: number) => Promise<void>;
  readonly deployment: () => Deployment;
  /** Keeps what was made at once, so that the next run finds it whatever happens now. */
  readonly keep: (change: Partial<Deployment>) => Promise<void>;
}

/** What a world is opened with. */
export type WorldParts = Pick<World, "account" | "project" | "observed" | "report" | "sleep">;

/** Opens a world in which everything observed is found already. */
export function openWorld(parts: WorldParts): World {
  let kept: KeptDeployment = parts.observed.kept;
  const keep = async (change: Partial<Deployment>) => {
    kept = await keepDeployment(parts.account, {
      ...kept,
      deployment: { ...kept.deployment, ...change },
    });
  };
  return { ...parts, found: foundIn(parts.observed), deployment: () => kept.deployment, keep };
}

/** What is known already when a plan is begun. */
export function foundIn({ sync, services, verifyServiceSid, sip, flows }: Observed): Found {
  const live = Object.entries(flows);
  return {
    ...(sync && { syncServiceSid: sync.sid }),
    services: { calls: foundService(services.calls), console: foundService(services.console) },
    ...(verifyServiceSid && { verifyServiceSid }),
    ...(sip.domain && { sipDomainSid: sip.domain.sid, sipDomainName: sip.domain.domainName }),
    ...(sip.listSid && { credentialListSid: sip.listSid }),
    flowSids: Object.fromEntries(live.map(([name, { sid }]) => [name, sid])),
    webhookUrls: Object.fromEntries(live.map(([name, { webhookUrl }]) => [name, webhookUrl])),
    revisions: Object.fromEntries(live.map(([name, { revision }]) => [name, revision])),
  };
}

function foundService(service: ObservedService | undefined): FoundService {
  if (service === undefined) return { functionSids: {} };
  const { sid: serviceSid, environment, functionSids } = service;
  if (environment === undefined) return { serviceSid, functionSids };
  const { sid: environmentSid, domainName, buildSid } = environment;
  return { serviceSid, environmentSid, domainName, functionSids, ...(buildSid && { buildSid }) };
}

/** What an earlier step has made. @throws Error when the plan's order is wrong */
export function made<Name extends string>(found: { readonly [Each in Name]?: string }, name: Name): string {
  const value = found[name];
  if (value === undefined) throw new Error(`Cannot go on: ${name} is not known yet`);
  return value;
}

/** Where a Service's live Functions run. @throws Error when the plan's order is wrong */
export function placeOf(
  { services }: Pick<Found, "services">,
  role: ServiceRole,
): { readonly serviceSid: string; readonly environmentSid: string } {
  const found = services[role];
  return { serviceSid: made(found, "serviceSid"), environmentSid: made(found, "environmentSid") };
}
