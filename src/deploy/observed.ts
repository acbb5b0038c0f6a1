import type { AccountProfile } from "../account/account-profile";
import type { ServiceRole } from "../config/environment";
import type { PhoneNumber } from "../account/phone-numbers";
import type { Environment, Variable } from "../account/serverless-services";
import type { SipDomain, SipMapping } from "../account/sip-domains";
import type { LiveFlow } from "../account/studio-flows";
import type { KeptDeployment } from "./deployment";
import type { Forward } from "./refuse-lines";

/** Our Sync Service as it stands. */
export interface ObservedSync {
  readonly sid: string;
  /** Whether it bears our name: one that only `.env` names is somebody else's. */
  readonly isOurs: boolean;
  readonly maps: readonly string[];
  readonly documents: readonly string[];
  readonly forwards: readonly Forward[];
}

/** One of our Serverless Services as it stands. */
export interface ObservedService {
  readonly sid: string;
  readonly environment: Environment | undefined;
  readonly variables: readonly Variable[];
  /** SIDs of the Functions by path. */
  readonly functionSids: Readonly<Record<string, string>>;
}

/** The home's SIP domain and its credentials as they stand. */
export interface ObservedSip {
  readonly domain: SipDomain | undefined;
  readonly listSid: string | undefined;
  readonly users: readonly string[];
  readonly mappings: readonly SipMapping[];
}

/** What the account holds of ours; undefined is what is not there yet. */
export interface Observed {
  readonly profile: AccountProfile;
  readonly kept: KeptDeployment;
  readonly numbers: readonly PhoneNumber[];
  readonly sync: ObservedSync | undefined;
  readonly services: Readonly<Record<ServiceRole, ObservedService | undefined>>;
  /** The latest revision of each flow, draft or published, by name. */
  readonly flows: Readonly<Record<string, LiveFlow>>;
  readonly verifyServiceSid: string | undefined;
  readonly sip: ObservedSip;
}
