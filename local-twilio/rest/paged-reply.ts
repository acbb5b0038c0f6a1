import { readPaging, type Slice, sliceOf } from "./paging";
import type { WireReply, WireRequest } from "./wire";

/** A list to page through. @see https://www.twilio.com/docs/usage/twilios-response#pagination */
export interface PagedList<Row> {
  /** Name of the list in the JSON: `maps`, `builds`… */
  readonly key: string;
  readonly url: string;
  readonly rows: readonly Row[];
  /** The place of a row in the list, as text that sorts: rising along the rows, or falling when `descending`. */
  readonly keyOf: (row: Row) => string;
  readonly format: (row: Row) => unknown;
  readonly descending?: boolean;
  /** Parameters that the URLs of the pages must repeat. */
  readonly filters?: Readonly<Record<string, string>>;
  /** The product's largest page. */
  readonly maxPageSize: number;
}

/** The page that a request asks for, in the envelope of Twilio's v1 and v2 APIs. @throws TwilioError 400 */
export function pagedReply<Row>(request: WireRequest, list: PagedList<Row>): WireReply {
  const paging = readPaging(request.query, list.maxPageSize);
  const slice = sliceOf(list.rows, list.keyOf, { ...paging, descending: list.descending ?? false });
  const urlOf = (page: number, token?: string) =>
    pageUrl(list, { PageSize: `${paging.pageSize}`, Page: `${page}`, ...(token && { PageToken: token }) });
  const neighbour = (page: number, token: string | undefined) =>
    token === undefined ? null : urlOf(Math.max(0, page), token);
  return {
    status: 200,
    body: {
      [list.key]: slice.rows.map(list.format),
      meta: {
        page: paging.page,
        page_size: paging.pageSize,
        first_page_url: urlOf(0),
        ...neighbours(slice, paging.page, neighbour),
        url: urlOf(paging.page, paging.token),
        key: list.key,
      },
    },
  };
}

function neighbours<Row>(
  { next, previous }: Slice<Row>,
  page: number,
  urlOf: (page: number, token: string | undefined) => string | null,
) {
  return { previous_page_url: urlOf(page - 1, previous), next_page_url: urlOf(page + 1, next) };
}

function pageUrl<Row>(
  { url, filters }: Pick<PagedList<Row>, "url" | "filters">,
  parameters: Record<string, string>,
): string {
  return `${url}?${new URLSearchParams({ ...filters, ...parameters })}`;
}
