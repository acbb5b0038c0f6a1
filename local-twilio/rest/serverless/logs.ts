import { type Route, route } from "../route";
import type { WireRequest } from "../wire";
import { findEnvironment, present } from "./find-serverless";
import { formatLog, urlOfEnvironment } from "./format-serverless";
import { newestFirst } from "./list-serverless";
import { invalid } from "./serverless-errors";
import type { LogRow } from "./serverless-rows";
import type { ServerlessWorld } from "./serverless-world";

const LIST = "/v1/Services/{ServiceSid}/Environments/{EnvironmentSid}/Logs";
const ONE = "/v1/Services/{ServiceSid}/Environments/{EnvironmentSid}/Logs/{Sid}";
const DAY_MS = 86_400_000;

/** The operations on what deployed Functions printed. @see https://www.twilio.com/docs/serverless/api/resource/logs */
export function logRoutes(world: ServerlessWorld): readonly Route[] {
  return [
    route("GET", LIST, ({ ServiceSid, EnvironmentSid }, request) => {
      const { service, environment } = findEnvironment(world, ServiceSid, EnvironmentSid);
      const filters = ["StartDate", "EndDate", "FunctionSid"].flatMap((name) => {
        const value = request.query.get(name);
        return value === null ? [] : [[name, value]];
      });
      return newestFirst(request, {
        key: "logs",
        url: `${urlOfEnvironment(service, environment)}/Logs`,
        rows: environment.logs.filter(readFilter(world, request)),
        format: (log) => formatLog(world, { service, environment }, log),
        filters: Object.fromEntries(filters),
      });
    }),
    route("GET", ONE, ({ ServiceSid, EnvironmentSid, Sid }) => {
      const { service, environment } = findEnvironment(world, ServiceSid, EnvironmentSid);
      const log = environment.logs.find(({ sid }) => sid === Sid);
      const found = present(log, `/Services/${service.sid}/Environments/${environment.sid}/Logs/${Sid}`);
      return { status: 200, body: formatLog(world, { service, environment }, found) };
    }),
  ];
}

/** From a day ago until now, unless the request says otherwise. @see `twilio_serverless_v1.json`, ListLog */
function readFilter({ clock }: ServerlessWorld, { query }: WireRequest): (log: LogRow) => boolean {
  const from = readInstant(query, "StartDate") ?? clock.now() - DAY_MS;
  const until = readInstant(query, "EndDate") ?? clock.now();
  const functionSid = query.get("FunctionSid");
  return (log) =>
    log.dateCreated >= from &&
    log.dateCreated <= until &&
    (functionSid === null || log.functionSid === functionSid);
}

function readInstant(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw invalid(`${name} ${JSON.stringify(text)} is no date in ISO 8601`);
  return instant;
}
