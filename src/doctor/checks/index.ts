import type { Check } from "../check";
import { accountCheck, credentialsCheck } from "./account";
import { buildCheck } from "./build";
import { callsCheck, voicemailsCheck } from "./calls";
import { callbacksCheck } from "./callbacks";
import { callerNamesCheck } from "./caller-names";
import { clockCheck } from "./clock";
import { contactsCheck } from "./contacts";
import { deploymentCheck } from "./deployment";
import { emergencyCheck } from "./emergency";
import { flowsCheck } from "./flows";
import { functionsCheck } from "./functions";
import { homePhoneCheck } from "./home-phone";
import { linesCheck } from "./lines";
import { listeningCheck } from "./listening";
import { listsCheck } from "./lists";
import { liveBuildCheck } from "./live-build";
import { mailAddressCheck, mailCheck } from "./mail";
import { nodeVersionCheck } from "./node-version";
import { officeCheck, officeSwitchCheck } from "./office";
import { outboxCheck } from "./outbox";
import { ownerPinCheck } from "./owner-pin";
import { policyCheck } from "./policy";
import { primaryContactCheck } from "./primary-contact";
import { recordingsCheck } from "./recordings";
import { reputationCheck } from "./reputation";
import { syncCheck } from "./sync";
import { variablesCheck } from "./variables";
import { vanityCheck } from "./vanity";
import { voiceUrlsCheck } from "./voice-urls";
import { webConsoleCheck } from "./web-console";

/** Every check, in the order in which they are shown: what others depend on comes first. */
export const CHECKS: readonly Check[] = [
  nodeVersionCheck,
  policyCheck,
  buildCheck,
  contactsCheck,
  credentialsCheck,
  accountCheck,
  clockCheck,
  deploymentCheck,
  liveBuildCheck,
  variablesCheck,
  functionsCheck,
  flowsCheck,
  linesCheck,
  voiceUrlsCheck,
  homePhoneCheck,
  emergencyCheck,
  officeCheck,
  reputationCheck,
  callerNamesCheck,
  vanityCheck,
  webConsoleCheck,
  ownerPinCheck,
  listeningCheck,
  syncCheck,
  listsCheck,
  officeSwitchCheck,
  primaryContactCheck,
  recordingsCheck,
  mailAddressCheck,
  mailCheck,
  outboxCheck,
  callbacksCheck,
  callsCheck,
  voicemailsCheck,
];
