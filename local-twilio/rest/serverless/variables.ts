import { type Route, route } from "../route";
import type { WireRequest } from "../wire";
import { findEnvironment, present } from "./find-serverless";
import { formatVariable, urlOfEnvironment } from "./format-serverless";
import { oldestFirst } from "./list-serverless";
import { readNeeded, readText } from "./read-serverless-request";
import { conflict, invalid } from "./serverless-errors";
import { MAX_KEY, MAX_VALUE_BYTES } from "./serverless-limits";
import type { EnvironmentRow, VariableRow } from "./serverless-rows";
import { type ServerlessWorld, stamp } from "./serverless-world";

const LIST = "/v1/Services/{ServiceSid}/Environments/{EnvironmentSid}/Variables";
const ONE = "/v1/Services/{ServiceSid}/Environments/{EnvironmentSid}/Variables/{Sid}";

/**
 * The operations on Variables. The next request to the Environment's Functions sees what they change.
 * @see https://www.twilio.com/docs/serverless/api/resource/variable
 */
export function variableRoutes(world: ServerlessWorld): readonly Route[] {
  return [listVariables(world), createVariable(world), ...routesOfOne(world)];
}

function listVariables(world: ServerlessWorld): Route {
  return route("GET", LIST, ({ ServiceSid, EnvironmentSid }, request) => {
    const { service, environment } = findEnvironment(world, ServiceSid, EnvironmentSid);
    return oldestFirst(request, {
      key: "variables",
      url: `${urlOfEnvironment(service, environment)}/Variables`,
      rows: environment.variables.values(),
      format: (variable) => formatVariable(world, { service, environment }, variable),
    });
  });
}

function createVariable(world: ServerlessWorld): Route {
  return route("POST", LIST, ({ ServiceSid, EnvironmentSid }, request) => {
    const { service, environment } = findEnvironment(world, ServiceSid, EnvironmentSid);
    const key = readKey(request, environment, undefined);
    const value = readValue(request);
    if (key === undefined || value === undefined)
      throw invalid(`Missing required parameter ${key === undefined ? "Key" : "Value"} in the post body`);
    const variable = { ...stamp(world, "ZV"), key, value };
    store(world, environment, variable);
    return { status: 201, body: formatVariable(world, { service, environment }, variable) };
  });
}

function routesOfOne(world: ServerlessWorld): readonly Route[] {
  return [
    route("GET", ONE, ({ ServiceSid, EnvironmentSid, Sid }) => {
      const { service, environment } = findEnvironment(world, ServiceSid, EnvironmentSid);
      const variable = findVariable(environment, Sid);
      return { status: 200, body: formatVariable(world, { service, environment }, variable) };
    }),
    route("POST", ONE, ({ ServiceSid, EnvironmentSid, Sid }, request) => {
      const { service, environment } = findEnvironment(world, ServiceSid, EnvironmentSid);
      const before = findVariable(environment, Sid);
      const key = readKey(request, environment, before) ?? before.key;
      const value = readValue(request) ?? before.value;
      const variable = { ...before, key, value, dateUpdated: world.clock.now() };
      store(world, environment, variable);
      return { status: 200, body: formatVariable(world, { service, environment }, variable) };
    }),
    route("DELETE", ONE, ({ ServiceSid, EnvironmentSid, Sid }) => {
      const { environment } = findEnvironment(world, ServiceSid, EnvironmentSid);
      environment.variables.delete(findVariable(environment, Sid).sid);
      world.deployed.restart(environment.domainName);
      return { status: 204 };
    }),
  ];
}

function store(world: ServerlessWorld, { variables, domainName }: EnvironmentRow, row: VariableRow): void {
  variables.set(row.sid, row);
  world.deployed.restart(domainName);
}

function findVariable({ sid, variables }: EnvironmentRow, variableSid: string): VariableRow {
  return present(variables.get(variableSid), `/Environments/${sid}/Variables/${variableSid}`);
}

function readKey(
  request: WireRequest,
  { variables }: EnvironmentRow,
  before: VariableRow | undefined,
): string | undefined {
  if (!request.body.has("Key")) return undefined;
  const key = readNeeded(request, "Key", MAX_KEY);
  if ([...variables.values()].some((variable) => variable.key === key && variable.sid !== before?.sid))
    throw conflict(`Variable with Key ${key} already exists`);
  return key;
}

function readValue(request: WireRequest): string | undefined {
  const value = readText(request, "Value", Number.POSITIVE_INFINITY);
  const bytes = Buffer.byteLength(value ?? "", "utf8");
  if (bytes > MAX_VALUE_BYTES) throw invalid(`Value has ${bytes} bytes: ${MAX_VALUE_BYTES} are allowed`);
  return value;
}
