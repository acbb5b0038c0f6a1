import { type FactSource, gathering } from "../fact-source";
import type { FactSources } from "../start-gathering";
import type { World } from "../world";
import { accountSource, credentialsSource, profileSource } from "./account";
import { addressBooksSource } from "./address-books";
import { buildAgeSource } from "./build-age";
import { callHistorySource } from "./call-history";
import { clockSource } from "./clock";
import { flowsSource } from "./flows";
import { listsSource } from "./lists";
import { deploymentSource, liveServiceSource, liveVariablesSource } from "./live-service";
import { mailServerSource } from "./mail-server";
import { mediaAnswerSource } from "./media-answer";
import { numbersSource } from "./numbers";
import { officeSwitchSource } from "./office-switch";
import { outboxSource } from "./outbox";
import { policySource } from "./policy";
import { probesSource } from "./probes";
import { projectSource } from "./project";
import { sipPhoneSource } from "./sip-phone";
import { syncObjectsSource } from "./sync-objects";
import { webConsoleSource } from "./web-console";

/** Where each fact comes from. */
export const FACT_SOURCES: FactSources = {
  nodeVersion: known(({ nodeVersion }) => nodeVersion),
  now: known(({ now }) => now()),
  variables: known(({ variables }) => variables),
  credentials: credentialsSource,
  profile: profileSource,
  account: accountSource,
  clock: clockSource,
  policy: policySource,
  addressBooks: addressBooksSource,
  buildAge: buildAgeSource,
  project: projectSource,
  deployment: deploymentSource,
  liveService: liveServiceSource,
  liveVariables: liveVariablesSource,
  numbers: numbersSource,
  flows: flowsSource,
  probes: probesSource,
  syncObjects: syncObjectsSource,
  lists: listsSource,
  mediaAnswer: mediaAnswerSource,
  mailServer: mailServerSource,
  sipPhone: sipPhoneSource,
  callHistory: callHistorySource,
  outbox: outboxSource,
  officeSwitch: officeSwitchSource,
  webConsole: webConsoleSource,
};

/** What needs no looking up. */
function known<Value>(value: (world: World) => Value): FactSource<Value> {
  const lacking = "this computer does not say";
  return gathering({ lacking, needs: [], seconds: 1, gather: (_facts, world) => value(world) });
}
