import { readFileSync } from "node:fs";
import { readPolicy } from "../../../src/config/read-policy";
import { domainVoice, lineVoice } from "../../../src/deploy/voice-target";
import type { Check } from "../../../src/doctor/check";
import type { FactName, Facts, Get } from "../../../src/doctor/facts";
import type { Finding } from "../../../src/doctor/finding";
import { LINE, NOON } from "../policy/samples";

const SAMPLE = "examples/household/gatehouse.private.json";
export const WEBHOOK = `https://webhooks.twilio.com/v1/Accounts/AC${"0".repeat(32)}/Flows/FW${"1".repeat(32)}`;
export const DOMAIN = "gatehouse-1234.twil.io";
export const VOICE = lineVoice({ webhookUrl: WEBHOOK, domainName: DOMAIN });

export function sid(prefix: string, digit = "1"): string {
  return prefix + digit.repeat(32);
}

/** A policy of one line, with changes to it and to the whole. */
export function policyFound(line: object = {}, whole: object = {}): Facts["policy"] {
  const file = {
    owner: { email: "ann@example.com" },
    lines: { [LINE]: { ring: { to: "+12125550123" }, ...line } },
  };
  return {
    file: "assets/gatehouse.private.json",
    isSample: false,
    policy: readPolicy(JSON.stringify({ ...file, ...whole }), "policy"),
  };
}

export const sampleHousehold: Facts["policy"] = {
  file: SAMPLE,
  isSample: true,
  policy: readPolicy(readFileSync(SAMPLE, "utf8"), SAMPLE),
};

type SipDomain = NonNullable<Facts["sipPhone"]["domain"]>;

/** The home's SIP domain as deploy leaves it, with changes. */
export function sipDomain(change: Partial<SipDomain> = {}): SipDomain {
  return {
    sid: sid("SD"),
    domainName: "home.sip.twilio.com",
    sipRegistration: true,
    emergencyCallingEnabled: true,
    voice: domainVoice(WEBHOOK, DOMAIN),
    ...change,
  };
}

/** One of the account's numbers, with changes. */
export function phoneNumber(change: Partial<Facts["numbers"][number]> = {}): Facts["numbers"][number] {
  return {
    sid: sid("PN"),
    number: LINE,
    friendlyName: "",
    voice: VOICE,
    looksUpNames: false,
    sendsTexts: true,
    emergencyStatus: "Active",
    emergencyAddressSid: "",
    emergencyAddressStatus: "unregistered",
    ...change,
  };
}

export const liveService: Facts["liveService"] = {
  sid: sid("ZS"),
  environment: { sid: sid("ZE"), uniqueName: "production", domainName: DOMAIN, buildSid: sid("ZB") },
  buildSid: sid("ZB"),
  functionSids: {},
};

export const deployment: Facts["deployment"] = {
  flows: {},
  numbers: {},
  builds: { [sid("ZB")]: "0123456789abcdef" },
  files: {},
  releases: [],
};

/** A project of nothing but its builds, of which only the fingerprints count. */
export function projectBuilt(calls: string, console = ""): Facts["project"] {
  const build = (fingerprint: string) => ({ files: [], dependencies: {}, runtime: "node22", fingerprint });
  return {
    ...{
      lines: [],
      country: "US",
      timezone: "America/New_York",
      isSample: false,
      flows: [],
      flowProblems: [],
    },
    ...{ has: { home: false, console: false }, admins: [], home: undefined, variables: {} },
    ...{ office: undefined, reputation: undefined, vanity: undefined },
    builds: { calls: build(calls), console: build(console) },
  };
}

/** What a check says of these facts. */
export async function judge(check: Check, facts: Partial<Facts>): Promise<readonly Finding[]> {
  const known: Partial<Facts> = { now: NOON, ...facts };
  const get: Get = async <Name extends FactName>(name: Name) => {
    const fact = known[name];
    if (fact === undefined) throw new Error(`the test gives no ${name}`);
    return fact as Facts[Name];
  };
  return check.run(get);
}

/** Levels and words, on one line each. */
export async function say(check: Check, facts: Partial<Facts>): Promise<string[]> {
  return (await judge(check, facts)).map(({ level, found }) => `${level}: ${found}`);
}
