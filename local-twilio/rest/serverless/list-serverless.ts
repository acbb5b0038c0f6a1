import { type PagedList, pagedReply } from "../paged-reply";
import type { WireReply, WireRequest } from "../wire";
import { MAX_PAGE_SIZE } from "./serverless-limits";
import type { Stamp } from "./serverless-rows";

type List<Row> = Pick<PagedList<Row>, "key" | "url" | "format" | "filters"> & {
  readonly rows: Iterable<Row>;
};

/** A page of a list, in the order in which its rows were made. @throws TwilioError 400 */
export function oldestFirst<Row extends Stamp>(request: WireRequest, list: List<Row>): WireReply {
  return pagedReply(request, { ...list, rows: [...list.rows], keyOf: placeOf, maxPageSize: MAX_PAGE_SIZE });
}

/** A page of a list, what was made last first. @throws TwilioError 400 */
export function newestFirst<Row extends Stamp>(request: WireRequest, list: List<Row>): WireReply {
  const rows = [...list.rows].reverse();
  return pagedReply(request, { ...list, rows, keyOf: placeOf, descending: true, maxPageSize: MAX_PAGE_SIZE });
}

const placeOf = ({ place }: Stamp): string => place;
