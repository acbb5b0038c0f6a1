import { TwilioError } from "./twilio-error";

/** Which page is asked for. `token` is opaque to clients: a direction and the key it starts from. */
export interface Paging {
  readonly page: number;
  readonly pageSize: number;
  readonly token: string | undefined;
}

/** A slice of rows, with the tokens of its neighbours. `start` is the first row's position in the whole list. */
export interface Slice<Row> {
  readonly rows: readonly Row[];
  readonly start: number;
  readonly next: string | undefined;
  readonly previous: string | undefined;
}

/** @see https://www.twilio.com/docs/usage/twilios-response#pagination */
const DEFAULT_PAGE_SIZE = 50;

/** Reads PageSize, Page and PageToken. @throws TwilioError 400/20007 for a page size out of range, 20001 for a bad page. */
export function readPaging(query: URLSearchParams, maxPageSize: number): Paging {
  const pageSize = readCount(query.get("PageSize"), DEFAULT_PAGE_SIZE);
  if (pageSize === undefined || pageSize < 1 || pageSize > maxPageSize)
    throw new TwilioError(400, 20007, `Page size must be in range [1, ${maxPageSize}]`);
  const page = readCount(query.get("Page"), 0);
  const token = query.get("PageToken") ?? undefined;
  if (page === undefined || (token !== undefined && !/^PT[ns]/.test(token)))
    throw new TwilioError(400, 20001, "Invalid page or page token");
  return { page, pageSize, token };
}

function readCount(text: string | null, preset: number): number | undefined {
  if (text === null) return preset;
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/**
 * The rows of a page. Tokens name a key and not a position, so rows that come or go meanwhile are
 * neither repeated nor skipped. @param rows in list order, the keys rising, or falling when `descending`.
 */
export function sliceOf<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  { pageSize, token, descending = false }: Paging & { readonly descending?: boolean },
): Slice<Row> {
  const start = startOf(rows, keyOf, { pageSize, token, descending });
  const page = rows.slice(start, start + pageSize);
  const [first, last] = [page[0], page.at(-1)];
  return {
    rows: page,
    start,
    next: last === undefined || start + pageSize >= rows.length ? undefined : tokenOf("n", keyOf(last)),
    previous: first === undefined || start === 0 ? undefined : tokenOf("s", keyOf(first)),
  };
}

interface Position {
  readonly pageSize: number;
  readonly token: string | undefined;
  readonly descending: boolean;
}

function startOf<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  { pageSize, token, descending }: Position,
): number {
  if (token === undefined) return 0;
  const key = Buffer.from(token.slice(3), "base64url").toString("utf8");
  const isAfter = (row: Row) => (descending ? keyOf(row) < key : keyOf(row) > key);
  if (token.startsWith("PTn")) return lowerBound(rows, isAfter);
  const end = lowerBound(rows, (row) => isAfter(row) || keyOf(row) === key);
  return Math.max(0, end - pageSize);
}

/** Position of the first row that is past a point, by halving: rows before it are not past it, rows after it are. */
export function lowerBound<Row>(rows: readonly Row[], isPast: (row: Row) => boolean): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && isPast(row)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function tokenOf(direction: "n" | "s", key: string): string {
  return `PT${direction}${Buffer.from(key, "utf8").toString("base64url")}`;
}
