import { type Change, create, leave, type PlanFacts, type Planner } from "./plan";
import { SERVICE_NAME } from "./project";
import { sipDomainNames } from "./sip-domain-names";
import { domainVoice } from "./voice-target";

const LIST = "SIP credential list";
const DOMAIN = "SIP domain";

/** The domain and the credentials with which the home's phone registers, once the policy has a home. */
export const planSip: Planner = (facts) => {
  const { project, observed } = facts;
  if (!project.has.home)
    return observed.sip.domain === undefined ? [] : [leave(DOMAIN, observed.sip.domain.domainName)];
  return [planList(facts), ...planUser(facts), planDomain(facts), ...planMappings(facts)];
};

function planList({ observed: { sip } }: PlanFacts): Change {
  return sip.listSid === undefined
    ? create(LIST, SERVICE_NAME, { do: "createCredentialList" })
    : leave(LIST, SERVICE_NAME);
}

/** Twilio never tells a password, so one that was changed in `.env` is not noticed: `undeploy` or the console takes it. */
function planUser({ project, observed: { sip } }: PlanFacts): Change[] {
  const name = project.variables.SIP_USERNAME ?? "";
  return [
    sip.users.includes(name)
      ? leave("SIP credential", name)
      : create("SIP credential", name, { do: "createSipUser" }),
  ];
}

function planDomain({ observed: { sip, profile } }: PlanFacts): Change {
  const [domainName] = sipDomainNames(profile.sid);
  return sip.domain === undefined
    ? create(DOMAIN, domainName, { do: "createSipDomain" })
    : leave(DOMAIN, sip.domain.domainName);
}

/** Without these a domain takes no call and no registration. @see https://www.twilio.com/docs/voice/sip/api/sip-domain-resource */
function planMappings({ observed: { sip } }: PlanFacts): Change[] {
  return (["calls", "registrations"] as const).map((mapping) => {
    const name = `credentials for ${mapping}`;
    return sip.mappings.includes(mapping)
      ? leave(DOMAIN, name)
      : create(DOMAIN, name, { do: "mapCredentialList", mapping });
  });
}

/** Where the domain's calls go, and that help may be called: after the flows, whose addresses it needs. */
export const planSipVoice: Planner = ({ project, observed }) => {
  if (!project.has.home) return [];
  const name = project.flows.find(({ bindings }) => bindings.attach === "sipDomain")?.name;
  const webhookUrl = name === undefined ? undefined : observed.flows[name]?.webhookUrl;
  const domainName = observed.services.calls?.environment?.domainName;
  const { domain } = observed.sip;
  const isKnown = domainName !== undefined && (name === undefined || webhookUrl !== undefined);
  const wanted = isKnown ? domainVoice(webhookUrl, domainName) : undefined;
  const isOpen = domain?.sipRegistration === true && domain.emergencyCallingEnabled;
  if (isOpen && wanted !== undefined && JSON.stringify(domain.voice) === JSON.stringify(wanted)) return [];
  const details = [
    name === undefined ? "refuses outgoing calls: there is no flow for them" : `rings the flow ${name}`,
    ...(domain !== undefined && !isOpen ? ["its phones may register, and call for help"] : []),
  ];
  return [{ kind: DOMAIN, name: "voice URL", action: "change", details, steps: [{ do: "pointSipDomain" }] }];
};
