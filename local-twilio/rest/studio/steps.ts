import { pagedReply } from "../paged-reply";
import { type Route, route } from "../route";
import { notFound } from "../twilio-error";
import { findExecution } from "./executions";
import { executionUrl } from "./format-execution";
import { formatStep, stepsOf } from "./format-step";
import { MAX_PAGE_SIZE, type StudioApiWorld, sortable } from "./studio-world";

/** Reading the steps of an execution, the latest first. @see https://www.twilio.com/docs/studio/rest-api/v2/step */
export function stepRoutes(world: StudioApiWorld): readonly Route[] {
  const path = "/v2/Flows/{FlowSid}/Executions/{ExecutionSid}/Steps";
  return [
    route("GET", path, ({ FlowSid, ExecutionSid }, request) => {
      const running = findExecution(world, [FlowSid, ExecutionSid], request);
      return pagedReply(request, {
        key: "steps",
        url: `${executionUrl(running)}/Steps`,
        rows: [...stepsOf(running)].reverse(),
        keyOf: ({ index }) => sortable(index),
        descending: true,
        format: (step) => formatStep(running, step),
        maxPageSize: MAX_PAGE_SIZE,
      });
    }),
    route("GET", `${path}/{Sid}`, ({ FlowSid, ExecutionSid, Sid }, request) => {
      const running = findExecution(world, [FlowSid, ExecutionSid], request);
      const step = stepsOf(running).find(({ sid }) => sid === Sid);
      if (step === undefined) throw notFound(request.path);
      return { status: 200, body: formatStep(running, step) };
    }),
  ];
}
