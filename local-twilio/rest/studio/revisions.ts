import { type FlowRevision, type FlowRow, latestPublished, latestRevision } from "../../studio/flow-catalog";
import { pagedReply } from "../paged-reply";
import { type Route, route } from "../route";
import { notFound } from "../twilio-error";
import type { WireRequest } from "../wire";
import { formatRevision } from "./format-flow";
import { invalidRevision } from "./studio-errors";
import { findFlow, MAX_PAGE_SIZE, STUDIO_BASE, type StudioApiWorld, sortable } from "./studio-world";

/** Reading what was saved of a flow. @see https://www.twilio.com/docs/studio/rest-api/v2/flow-revision */
export function revisionRoutes(world: StudioApiWorld): readonly Route[] {
  return [
    route("GET", "/v2/Flows/{Sid}/Revisions", ({ Sid }, request) => {
      const row = findFlow(world, Sid, request);
      return pagedReply(request, {
        key: "revisions",
        url: `${STUDIO_BASE}/${row.sid}/Revisions`,
        rows: [...row.revisions].reverse(),
        keyOf: ({ revision }) => sortable(revision),
        descending: true,
        format: (revision) => formatRevision(world, { row, revision, length: "listed" }),
        maxPageSize: MAX_PAGE_SIZE,
      });
    }),
    route("GET", "/v2/Flows/{Sid}/Revisions/{Revision}", ({ Sid, Revision }, request) => {
      const row = findFlow(world, Sid, request);
      const revision = findRevision(row, Revision, request);
      return { status: 200, body: formatRevision(world, { row, revision, length: "whole" }) };
    }),
  ];
}

function findRevision(row: FlowRow, name: string, { path }: WireRequest): FlowRevision {
  const revision = revisionNamed(row, name);
  if (revision === undefined) throw notFound(path);
  return revision;
}

function revisionNamed(row: FlowRow, name: string): FlowRevision | undefined {
  if (name === "LatestRevision") return latestRevision(row);
  if (name === "LatestPublished") return latestPublished(row);
  if (!/^\d{1,9}$/.test(name)) throw invalidRevision();
  return row.revisions[Number(name) - 1];
}
