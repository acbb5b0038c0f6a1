import { latestRevision } from "../../studio/flow-catalog";
import { pagedReply } from "../paged-reply";
import { type Route, route } from "../route";
import { formatFlow } from "./format-flow";
import { readFlowForm } from "./read-flow-form";
import { findFlow, MAX_PAGE_SIZE, STUDIO_BASE, type StudioApiWorld, sortable } from "./studio-world";

/** The operations on flows. @see https://www.twilio.com/docs/studio/rest-api/v2/flow */
export function flowRoutes(world: StudioApiWorld): readonly Route[] {
  return [
    // @see https://www.twilio.com/docs/studio/rest-api/v2/flow-validate
    route("POST", "/v2/Flows/Validate", (_, request) => {
      readFlowForm(world, request);
      return { status: 200, body: { valid: true } };
    }),
    route("GET", "/v2/Flows", (_, request) =>
      pagedReply(request, {
        key: "flows",
        url: STUDIO_BASE,
        rows: [...world.flows.list()].reverse(),
        keyOf: ({ serial }) => sortable(serial),
        descending: true,
        format: (row) => formatFlow(world, row, "listed"),
        maxPageSize: MAX_PAGE_SIZE,
      }),
    ),
    route("POST", "/v2/Flows", (_, request) => {
      const row = world.flows.create(readFlowForm(world, request));
      return { status: 201, body: formatFlow(world, row, "whole") };
    }),
    route("GET", "/v2/Flows/{Sid}", ({ Sid }, request) => ({
      status: 200,
      body: formatFlow(world, findFlow(world, Sid, request), "whole"),
    })),
    route("POST", "/v2/Flows/{Sid}", ({ Sid }, request) => {
      const row = findFlow(world, Sid, request);
      const saved = world.flows.save(row, readFlowForm(world, request, latestRevision(row)));
      return { status: 200, body: formatFlow(world, saved, "whole") };
    }),
    route("DELETE", "/v2/Flows/{Sid}", ({ Sid }, request) => {
      world.flows.remove(findFlow(world, Sid, request).sid);
      return { status: 204 };
    }),
  ];
}
