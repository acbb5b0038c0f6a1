import type { Running } from "../../studio/executions";
import { pagedReply } from "../paged-reply";
import { type Route, route } from "../route";
import { notFound } from "../twilio-error";
import type { WireReply, WireRequest } from "../wire";
import { formatContext, formatExecution } from "./format-execution";
import { invalidParameter } from "./studio-errors";
import { findFlow, MAX_PAGE_SIZE, STUDIO_BASE, type StudioApiWorld, sortable } from "./studio-world";

/** Reading executions; starting and ending them over REST is refused by name. @see https://www.twilio.com/docs/studio/rest-api/v2/execution */
export function executionRoutes(world: StudioApiWorld): readonly Route[] {
  return [
    route("GET", "/v2/Flows/{FlowSid}/Executions", ({ FlowSid }, request) =>
      listExecutions(world, FlowSid, request),
    ),
    route("GET", "/v2/Flows/{FlowSid}/Executions/{Sid}", ({ FlowSid, Sid }, request) => ({
      status: 200,
      body: formatExecution(findExecution(world, [FlowSid, Sid], request)),
    })),
    route("GET", "/v2/Flows/{FlowSid}/Executions/{Sid}/Context", ({ FlowSid, Sid }, request) => ({
      status: 200,
      body: formatContext(findExecution(world, [FlowSid, Sid], request)),
    })),
  ];
}

/** An execution of that flow. @throws TwilioError 404 */
export function findExecution(
  world: StudioApiWorld,
  [flowSid, sid]: readonly [flowSid: string, sid: string],
  request: WireRequest,
): Running {
  const flow = findFlow(world, flowSid, request);
  const running = world.executions.findBySid(sid);
  if (running?.execution.flowSid !== flow.sid) throw notFound(request.path);
  return running;
}

function listExecutions(world: StudioApiWorld, flowSid: string, request: WireRequest): WireReply {
  const { sid } = findFlow(world, flowSid, request);
  const filters = {
    from: readInstant(request, "DateCreatedFrom"),
    to: readInstant(request, "DateCreatedTo"),
  };
  const isWanted = ({ dateCreated }: Running) =>
    (filters.from === undefined || dateCreated >= filters.from) &&
    (filters.to === undefined || dateCreated <= filters.to);
  return pagedReply(request, {
    key: "executions",
    url: `${STUDIO_BASE}/${sid}/Executions`,
    rows: world.executions.ofFlow(sid).filter(isWanted).reverse(),
    keyOf: ({ serial }) => sortable(serial),
    descending: true,
    format: formatExecution,
    filters: Object.fromEntries([...request.query].filter(([name]) => name.startsWith("DateCreated"))),
    maxPageSize: MAX_PAGE_SIZE,
  });
}

/** @throws TwilioError 400/20001 */
function readInstant({ query }: WireRequest, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw invalidParameter(name);
  return instant;
}
