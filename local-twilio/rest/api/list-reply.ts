import { readPaging, sliceOf } from "../paging";
import type { WireReply, WireRequest } from "../wire";

/** Largest page of a list of api.twilio.com. @see https://www.twilio.com/docs/usage/twilios-response#pagination */
const MAX_PAGE_SIZE = 1000;

/** A list to page through, newest first. */
export interface ApiList<Row> {
  /** Name of the list in the JSON: `calls`, `recordings`. */
  readonly key: string;
  readonly rows: readonly Row[];
  readonly instantOf: (row: Row) => number;
  readonly format: (row: Row) => unknown;
}

interface Placed<Row> {
  readonly row: Row;
  readonly key: string;
}

/** The page that a request asks for, in the envelope of api.twilio.com. @throws TwilioError 400 */
export function listReply<Row>({ path, query }: WireRequest, list: ApiList<Row>): WireReply {
  const paging = readPaging(query, MAX_PAGE_SIZE);
  const { rows, start, next, previous } = sliceOf(newestFirst(list), ({ key }) => key, {
    ...paging,
    descending: true,
  });
  const uriOf = (page: number, token?: string) => pageUri(path, query, { ...paging, page, token });
  return {
    status: 200,
    body: {
      [list.key]: rows.map(({ row }) => list.format(row)),
      first_page_uri: uriOf(0),
      next_page_uri: next === undefined ? null : uriOf(paging.page + 1, next),
      previous_page_uri: previous === undefined ? null : uriOf(Math.max(0, paging.page - 1), previous),
      page: paging.page,
      page_size: paging.pageSize,
      start,
      end: Math.max(0, start + rows.length - 1),
      uri: uriOf(paging.page, paging.token),
    },
  };
}

/** Keyed by instant and, within an instant, by the order of arrival. */
function newestFirst<Row>({ rows, instantOf }: ApiList<Row>): readonly Placed<Row>[] {
  return rows
    .map((row, arrival) => ({ row, key: `${padded(instantOf(row))}-${padded(arrival)}` }))
    .sort((a, b) => (a.key < b.key ? 1 : -1));
}

function padded(count: number): string {
  return String(count).padStart(15, "0");
}

function pageUri(
  path: string,
  query: URLSearchParams,
  {
    page,
    pageSize,
    token,
  }: { readonly page: number; readonly pageSize: number; readonly token: string | undefined },
): string {
  const parameters = new URLSearchParams(query);
  parameters.delete("PageToken");
  parameters.set("PageSize", `${pageSize}`);
  parameters.set("Page", `${page}`);
  if (token !== undefined) parameters.set("PageToken", token);
  return `${path}?${parameters}`;
}
