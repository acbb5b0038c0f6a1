import { type PagedList, pagedReply } from "../paged-reply";
import type { WireReply, WireRequest } from "../wire";
import { MAX_PAGE_SIZE } from "./sync-limits";

/** The page of a Sync list that a request asks for. @throws TwilioError 400 */
export function listReply<Row>(request: WireRequest, list: Omit<PagedList<Row>, "maxPageSize">): WireReply {
  return pagedReply(request, { ...list, maxPageSize: MAX_PAGE_SIZE });
}
