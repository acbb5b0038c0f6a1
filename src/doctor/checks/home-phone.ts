import type { Variable } from "../../account/serverless-services";
import type { SipDomain } from "../../account/sip-domains";
import { homePhone } from "../../deploy/home-phone";
import { domainVoice } from "../../deploy/voice-target";
import { check } from "../check";
import { complaintsOr, type Finding, failure, ok } from "../finding";
import type { SipPhone } from "../facts/sip-phone";

const DEPLOY = "npm run deploy";
const CONSOLE = "https://console.twilio.com (Voice > Manage > SIP domains)";

/**
 * Whether the home's SIP phone can register, be rung and call. Which phones have registered just now no request tells.
 * @see https://www.twilio.com/docs/voice/api/sip-registration
 */
export const homePhoneCheck = check({
  name: "home-phone",
  title: "Home's phone",
  needs: ["policy", "sipPhone", "flows", "liveService", "liveVariables", "variables"],
  judge: ({ policy: { policy }, sipPhone, flows, liveService, liveVariables, variables }) => {
    if (policy.home === undefined) return [ok("the policy has no home")];
    const { domain } = sipPhone;
    if (domain === undefined) return [failure("there is no SIP domain that it could register with", DEPLOY)];
    const flow = flows.find(({ ours }) => ours.bindings.attach === "sipDomain");
    const wanted = domainVoice(flow?.latest?.webhookUrl, liveService.environment.domainName);
    const well = `it may register with ${domain.domainName}, be rung, and call; whether it has registered just now, Twilio's API does not tell: ring it, or dial with it`;
    return complaintsOr(well, [
      ...judgeRegistration(domain),
      ...judgeCredentials(sipPhone, variables.SIP_USERNAME),
      ...judgeVoice(domain, wanted),
      ...judgeAddress(liveVariables, homePhone(variables, domain.domainName)),
    ]);
  },
});

function judgeRegistration({ domainName, sipRegistration }: SipDomain): Finding[] {
  if (sipRegistration) return [];
  return [failure(`${domainName} lets no phone register`, `Turn on SIP Registration: ${CONSOLE}`)];
}

function judgeCredentials({ users, mappings }: SipPhone, username: string | undefined): Finding[] {
  if (!username) return [failure("SIP_USERNAME is not set: nobody knows the phone's name", "npm run setup")];
  const unmapped = (["calls", "registrations"] as const).filter((one) => !mappings.includes(one));
  return [
    ...(users.includes(username)
      ? []
      : [failure(`the credential list has no ${username}, so no phone can register as that`, DEPLOY)]),
    ...unmapped.map((one) =>
      failure(`the domain asks for no credentials of ${one}, and so takes none`, DEPLOY),
    ),
  ];
}

const NAMES: Readonly<Record<keyof SipDomain["voice"], string>> = {
  voiceUrl: "voice URL",
  voiceMethod: "method",
  voiceFallbackUrl: "fallback URL",
  voiceFallbackMethod: "fallback method",
  voiceStatusCallbackUrl: "status callback",
};

function judgeVoice({ voice }: SipDomain, wanted: SipDomain["voice"]): Finding[] {
  const isSetting = (name: string): name is keyof SipDomain["voice"] => name in NAMES;
  return Object.keys(NAMES)
    .filter(isSetting)
    .filter((name) => voice[name] !== wanted[name])
    .map((name) =>
      failure(`its ${NAMES[name]}: ${voice[name] || "none"} -> ${wanted[name] || "none"}`, DEPLOY),
    );
}

function judgeAddress(live: readonly Variable[], wanted: string): Finding[] {
  const value = live.find(({ key }) => key === "HOME_PHONE")?.value;
  if (value === wanted) return [];
  const found = value ? "is not the phone on our domain" : "is not set";
  return [failure(`HOME_PHONE on the Service ${found}, so calls do not ring it`, DEPLOY)];
}
