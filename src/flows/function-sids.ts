import { isUnder, pathUnder } from "./base-url";
import type { FunctionSids } from "./flow-targets";
import { isRecord, type JsonRecord } from "./json";
import { propertiesOf, withProperty } from "./states";

/** The properties of Run Function that only tell Studio's editor what to show, and what their SIDs begin with. */
const SID_PROPERTIES = { service_sid: "ZS", environment_sid: "ZE", function_sid: "ZH" } as const;
const ZEROS = "0".repeat(32);

const isRunFunction = (state: JsonRecord): boolean => /^run-function(-v2)?$/.test(String(state.type));

/**
 * A Run Function widget with the SIDs of the Function that its URL leads to, in place of zeros.
 * @see https://www.twilio.com/docs/studio/widget-library/run-function
 */
export function bindSids(state: JsonRecord, domainUrl: string, service: FunctionSids): JsonRecord {
  const functionSid = service.functions.get(pathUnder(propertiesOf(state).url, domainUrl) ?? "");
  if (!isRunFunction(state) || functionSid === undefined) return state;
  const sids = {
    service_sid: service.serviceSid,
    environment_sid: service.environmentSid,
    function_sid: functionSid,
  };
  return changeSids(state, (property, prefix, sid) => (sid === prefix + ZEROS ? sids[property] : sid));
}

/**
 * A Run Function widget that leads to our Service, with zeros in place of whatever SIDs its owner has picked: the URL
 * says all. A SID that our own file spells out stays.
 */
export function unbindSids(state: JsonRecord, domainUrl: string, ours: JsonRecord | undefined): JsonRecord {
  const { url } = propertiesOf(state);
  if (!isRunFunction(state) || typeof url !== "string" || !isUnder(url, domainUrl)) return state;
  const isSid = (text: string) => /^Z[SEH][0-9a-f]{32}$/i.test(text);
  return changeSids(state, (property, prefix, sid) =>
    isSid(sid) && propertiesOf(ours)[property] !== sid ? prefix + ZEROS : sid,
  );
}

type SidProperty = keyof typeof SID_PROPERTIES;

function changeSids(
  state: JsonRecord,
  change: (property: SidProperty, prefix: string, sid: string) => string,
): JsonRecord {
  if (!isRecord(state.properties)) return state;
  const names: readonly SidProperty[] = ["service_sid", "environment_sid", "function_sid"];
  return names.reduce((changed: JsonRecord, property) => {
    const sid = propertiesOf(changed)[property];
    if (typeof sid !== "string") return changed;
    return withProperty(changed, property, change(property, SID_PROPERTIES[property], sid));
  }, state);
}
