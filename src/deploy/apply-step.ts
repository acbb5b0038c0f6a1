import type { Account } from "../account/account";
import { AccountFailure } from "../account/account-failure";
import { updateNumber } from "../account/phone-numbers";
import { createEnvironment, createService, removeService, setVariable } from "../account/serverless-services";
import {
  createCredentialList,
  createSipDomain,
  createSipUser,
  mapCredentialList,
  updateSipDomain,
} from "../account/sip-domains";
import { createSyncDocument, createSyncMap, createSyncService } from "../account/sync-services";
import { createVerifyService } from "../account/verify-services";
import { SERVICE_NAMES } from "../config/environment";
import { applyBuild } from "./apply-build";
import { applyFlow } from "./apply-flow";
import { serviceChange } from "./kept-service";
import type { Step, StepName } from "./plan";
import { settingsBefore } from "./plan-numbers";
import { homePhone } from "./home-phone";
import { ENVIRONMENT_NAME, SERVICE_NAME } from "./project";
import { sipDomainNames } from "./sip-domain-names";
import { domainVoice, lineVoice } from "./voice-target";
import { type Found, made, placeOf, type World } from "./world";

type Appliers = {
  readonly [Name in StepName]: (world: World, step: Step<Name>) => Promise<void>;
};

/** How each step is done. What a step makes is kept at once. */
const appliers: Appliers = {
  createSyncService: async ({ account, found, keep }) => {
    found.syncServiceSid = await createSyncService(account, SERVICE_NAME);
    await keep({ syncServiceSid: found.syncServiceSid });
  },
  createSyncMap: ({ account, found }, { name }) =>
    createSyncMap(account, made(found, "syncServiceSid"), name),
  createSyncDocument: ({ account, found }, { name }) =>
    createSyncDocument(account, made(found, "syncServiceSid"), name),
  createService: async ({ account, found, keep, deployment }, { service }) => {
    const { sid: serviceSid } = await createService(account, SERVICE_NAMES[service]);
    found.services[service].serviceSid = serviceSid;
    await keep(serviceChange(deployment(), service, { serviceSid }));
  },
  removeConsole: async ({ account, found, keep }) => {
    await removeService(account, made(found.services.console, "serviceSid"));
    found.services.console = { functionSids: {} };
    await keep({ console: undefined });
  },
  createEnvironment: async ({ account, found, keep, deployment }, { service }) => {
    const order = { uniqueName: ENVIRONMENT_NAME };
    const serviceSid = made(found.services[service], "serviceSid");
    const { sid: environmentSid, domainName } = await createEnvironment(account, serviceSid, order);
    Object.assign(found.services[service], { environmentSid, domainName });
    await keep(serviceChange(deployment(), service, { environmentSid, domainName }));
  },
  createVerifyService: async ({ account, found, keep }) => {
    found.verifyServiceSid = await createVerifyService(account, SERVICE_NAME);
    await keep({ verifyServiceSid: found.verifyServiceSid });
  },
  createCredentialList: async ({ account, found, keep }) => {
    found.credentialListSid = await createCredentialList(account, SERVICE_NAME);
    await keep({ credentialListSid: found.credentialListSid });
  },
  createSipUser: ({ account, found, project: { variables } }) => {
    const { SIP_USERNAME: username = "", SIP_PASSWORD: password = "" } = variables;
    return createSipUser(account, made(found, "credentialListSid"), { username, password });
  },
  createSipDomain: async ({ account, found, keep }) => {
    const names = sipDomainNames(account.credentials.accountSid);
    Object.assign(found, await createFreeDomain(account, names));
    await keep({ sipDomainSid: found.sipDomainSid });
  },
  mapCredentialList: ({ account, found }, { mapping }) => {
    const pair = { domainSid: made(found, "sipDomainSid"), listSid: made(found, "credentialListSid") };
    return mapCredentialList(account, pair, mapping);
  },
  setVariable: ({ account, found, project }, { service, key, sid }) =>
    setVariable(account, placeOf(found, service), { sid, key, value: madeValue({ found, project }, key) }),
  build: applyBuild,
  publishFlow: applyFlow,
  pointSipDomain: ({ account, found, project }) => {
    const flow = project.flows.find(({ bindings }) => bindings.attach === "sipDomain");
    const domainName = made(found.services.calls, "domainName");
    const voice = domainVoice(flow && found.webhookUrls[flow.name], domainName);
    return updateSipDomain(account, made(found, "sipDomainSid"), voice);
  },
  pointNumber,
  restoreNumber: async ({ account, keep, deployment }, { number, sid, before }) => {
    await updateNumber(account, sid, before);
    const { [number]: _given, ...numbers } = deployment().numbers;
    await keep({ numbers });
  },
};

/** What a variable is set to, once what it names is made. */
function madeValue({ found, project }: Pick<World, "found" | "project">, key: string): string {
  if (key === "SYNC_SERVICE_SID") return made(found, "syncServiceSid");
  if (key === "VERIFY_SERVICE_SID") return made(found, "verifyServiceSid");
  if (key === "HOME_PHONE") return homePhone(project.variables, made(found, "sipDomainName"));
  return project.variables[key] ?? "";
}

/** The domain of the first name that is free. @throws AccountFailure when none is */
async function createFreeDomain(
  account: Account,
  [name, ...others]: readonly string[],
): Promise<Required<Pick<Found, "sipDomainSid" | "sipDomainName">>> {
  if (name === undefined) throw new Error("Cannot create a SIP domain: every name of ours is taken");
  try {
    return { sipDomainSid: await createSipDomain(account, name), sipDomainName: name };
  } catch (failure) {
    const isTaken = failure instanceof AccountFailure && failure.status === 400 && others.length > 0;
    if (!isTaken) throw failure;
    return createFreeDomain(account, others);
  }
}

/** What a number had before is kept before it is changed. */
async function pointNumber(world: World, { number, sid }: { readonly number: string; readonly sid: string }) {
  const { account, project, observed, found, keep, deployment } = world;
  const flow = project.flows.find(({ bindings }) => bindings.attach === "numbers");
  const webhookUrl = found.webhookUrls[flow?.name ?? ""];
  if (webhookUrl === undefined) throw new Error("Cannot point a number at the flow: no flow is for numbers");
  const before = observed.numbers.find((one) => one.sid === sid)?.voice;
  const { numbers } = deployment();
  if (before !== undefined && numbers[number] === undefined)
    await keep({
      numbers: { ...numbers, [number]: { sid, before: settingsBefore(before, found.flowSids) } },
    });
  await updateNumber(
    account,
    sid,
    lineVoice({ webhookUrl, domainName: made(found.services.calls, "domainName") }),
  );
}

/** Does one step. @throws AccountFailure */
export function applyStep<Name extends StepName>(world: World, step: Step<Name>): Promise<void> {
  return appliers[step.do](world, step);
}
