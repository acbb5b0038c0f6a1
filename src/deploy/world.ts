import type { Account } from "../account/account";
import type { Deployment, KeptDeployment } from "./deployment";
import { keepDeployment } from "./deployment";
import type { Observed } from "./observed";
import type { Project } from "./project";

/** Told of what is being done, in a few words. */
export type Report = (line: string) => void;

/** What came to be known while a plan is carried out. */
export interface Found {
  syncServiceSid?: string;
  serviceSid?: string;
  environmentSid?: string;
  domainName?: string;
  verifyServiceSid?: string;
  sipDomainSid?: string;
  sipDomainName?: string;
  credentialListSid?: string;
  buildSid?: string;
  functionSids: Readonly<Record<string, string>>;
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

function foundIn({ sync, service, verifyServiceSid, sip, flows }: Observed): Found {
  const live = Object.entries(flows);
  return {
    ...(sync && { syncServiceSid: sync.sid }),
    ...(service && { serviceSid: service.sid }),
    ...(service?.environment && {
      environmentSid: service.environment.sid,
      domainName: service.environment.domainName,
    }),
    ...(service?.environment?.buildSid && { buildSid: service.environment.buildSid }),
    ...(verifyServiceSid && { verifyServiceSid }),
    ...(sip.domain && { sipDomainSid: sip.domain.sid, sipDomainName: sip.domain.domainName }),
    ...(sip.listSid && { credentialListSid: sip.listSid }),
    functionSids: service?.functionSids ?? {},
    flowSids: Object.fromEntries(live.map(([name, { sid }]) => [name, sid])),
    webhookUrls: Object.fromEntries(live.map(([name, { webhookUrl }]) => [name, webhookUrl])),
    revisions: Object.fromEntries(live.map(([name, { revision }]) => [name, revision])),
  };
}

/** What an earlier step has made. @throws Error when the plan's order is wrong */
export function made(
  found: Found,
  name:
    | "syncServiceSid"
    | "serviceSid"
    | "environmentSid"
    | "domainName"
    | "buildSid"
    | "sipDomainSid"
    | "sipDomainName"
    | "credentialListSid",
): string {
  const value = found[name];
  if (value === undefined) throw new Error(`Cannot go on: ${name} is not known yet`);
  return value;
}
