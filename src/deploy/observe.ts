import type { Account } from "../account/account";
import { fetchProfile } from "../account/account-profile";
import { listNumbers } from "../account/phone-numbers";
import { findService, listContents, listEnvironments, listVariables } from "../account/serverless-services";
import { listCredentialLists, listSipDomains, listSipMappings, listSipUsers } from "../account/sip-domains";
import { fetchFlow, type LiveFlow, listFlows } from "../account/studio-flows";
import { listSyncDocuments, listSyncMaps, listSyncServices } from "../account/sync-services";
import { listVerifyServices } from "../account/verify-services";
import { SERVICE_NAMES, type ServiceRole } from "../config/environment";
import { type Deployment, readDeployment } from "./deployment";
import type { Observed, ObservedService, ObservedSip, ObservedSync } from "./observed";
import { ENVIRONMENT_NAME, type Project, SERVICE_NAME } from "./project";
import { readForwards } from "./read-forwards";
import { sipDomainNames } from "./sip-domain-names";

/**
 * Reads what the account holds of ours: by the SIDs that were kept, and what was made just before a crash by its name.
 * Changes nothing. @throws AccountFailure
 */
export async function observe(account: Account, project: Project): Promise<Observed> {
  const profile = await fetchProfile(account);
  const kept = await readDeployment(account);
  const { deployment } = kept;
  const [numbers, sync, calls, console, flows, verifyServiceSid, sip] = await Promise.all([
    listNumbers(account),
    observeSync(account, project, deployment),
    observeService(account, "calls"),
    project.has.console || deployment.console ? observeService(account, "console") : undefined,
    observeFlows(account, project, deployment),
    observeVerify(account, project, deployment),
    observeSip(account, { project, deployment }, sipDomainNames(profile.sid)),
  ]);
  return { profile, kept, numbers, sync, services: { calls, console }, flows, verifyServiceSid, sip };
}

type Named = { readonly sid: string; readonly friendlyName: string };

/**
 * The one that was kept, or else the only one of our name.
 * @throws Error when there are several: another one must not be made, nor the wrong one taken
 */
function findOurs(
  what: string,
  all: readonly Named[],
  kept: readonly (string | undefined)[],
): string | undefined {
  const known = kept.find((sid) => all.some((one) => one.sid === sid));
  const named = all.filter(({ friendlyName }) => friendlyName === SERVICE_NAME);
  if (known === undefined && named.length > 1) {
    const sids = named.map(({ sid }) => sid).join(", ");
    throw new Error(
      `Cannot tell which ${what} is ours: ${sids} are all called ${SERVICE_NAME}. Rename or remove the others in the Twilio console`,
    );
  }
  return known ?? named[0]?.sid;
}

async function observeSync(
  account: Account,
  project: Project,
  { syncServiceSid }: Deployment,
): Promise<ObservedSync | undefined> {
  const services = await listSyncServices(account);
  const sid = findOurs("Sync Service", services, [syncServiceSid, project.variables.SYNC_SERVICE_SID]);
  if (sid === undefined) return undefined;
  const [maps, documents] = await Promise.all([listSyncMaps(account, sid), listSyncDocuments(account, sid)]);
  const names = { maps: maps.map(nameOf), documents: documents.map(nameOf) };
  const isOurs = services.some((one) => one.sid === sid && one.friendlyName === SERVICE_NAME);
  return { sid, isOurs, ...names, forwards: await readForwards(account, { sid, ...names }, project) };
}

const nameOf = ({ uniqueName }: { readonly uniqueName: string }) => uniqueName;

/** One of our Serverless Services as it stands; undefined when there is none. @throws AccountFailure */
export async function observeService(
  account: Account,
  role: ServiceRole,
): Promise<ObservedService | undefined> {
  const service = await findService(account, SERVICE_NAMES[role]);
  if (service === undefined) return undefined;
  const { sid } = service;
  const environments = await listEnvironments(account, sid);
  const environment = environments.find(({ uniqueName }) => uniqueName === ENVIRONMENT_NAME);
  const functions = await listContents(account, sid, "functions");
  return {
    sid,
    environment,
    variables: environment === undefined ? [] : await listVariables(account, sid, environment.sid),
    functionSids: Object.fromEntries(functions.map((one) => [one.friendlyName, one.sid])),
  };
}

/** The latest revisions of our flows, draft or published, by name. @throws AccountFailure */
export async function observeFlows(
  account: Account,
  { flows }: Pick<Project, "flows">,
  deployment: Deployment,
): Promise<Record<string, LiveFlow>> {
  const all = await listFlows(account);
  const found: Record<string, LiveFlow> = {};
  for (const { name, friendlyName } of flows) {
    const kept = all.find(({ sid }) => sid === deployment.flows[name]);
    const sid = (kept ?? all.find((one) => one.friendlyName === friendlyName))?.sid;
    const live = sid === undefined ? undefined : await fetchFlow(account, sid);
    if (live !== undefined) found[name] = live;
  }
  return found;
}

async function observeVerify(
  account: Account,
  { admins }: Project,
  { verifyServiceSid }: Deployment,
): Promise<string | undefined> {
  if (admins.length === 0 && verifyServiceSid === undefined) return undefined;
  return findOurs("Verify Service", await listVerifyServices(account), [verifyServiceSid]);
}

interface SipFacts {
  readonly project: Project;
  readonly deployment: Deployment;
}

async function observeSip(
  account: Account,
  { project, deployment }: SipFacts,
  names: readonly string[],
): Promise<ObservedSip> {
  const { sipDomainSid, credentialListSid } = deployment;
  const nothing = { domain: undefined, listSid: undefined, users: [], mappings: [] };
  if (!project.has.home && sipDomainSid === undefined) return nothing;
  const [domains, lists] = await Promise.all([listSipDomains(account), listCredentialLists(account)]);
  const domain = domains.find((one) => one.sid === sipDomainSid || names.includes(one.domainName));
  const listSid = findOurs("SIP credential list", lists, [credentialListSid]);
  return {
    domain,
    listSid,
    users: listSid === undefined ? [] : await listSipUsers(account, listSid),
    mappings: domain && listSid ? await listSipMappings(account, domain.sid, listSid) : [],
  };
}
