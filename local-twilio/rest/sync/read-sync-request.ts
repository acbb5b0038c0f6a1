import type { WireRequest } from "../wire";
import {
  invalidBody,
  invalidIfMatch,
  invalidKey,
  invalidName,
  invalidTtl,
  missingParameter,
  nullData,
  tooLarge,
} from "./sync-errors";
import { MAX_DATA_BYTES, MAX_KEY_LENGTH, MAX_NAME_LENGTH, MAX_TTL_SECONDS } from "./sync-limits";
import type { SyncData } from "./sync-rows";

/** Data as it was sent, with its size, which the rate of writes depends on. */
export interface SentData {
  readonly value: SyncData;
  readonly bytes: number;
}

/** The `Data` parameter; undefined when it was not sent. @throws TwilioError 413/54006, 400/54008 or 400/54206 */
export function readData({ body }: WireRequest): SentData | undefined {
  const text = body.get("Data");
  if (text === null) return undefined;
  const bytes = Buffer.byteLength(text, "utf8");
  if (bytes > MAX_DATA_BYTES) throw tooLarge();
  const value = parseJson(text);
  if (value === null) throw nullData();
  if (!isObject(value)) throw invalidBody();
  return { value, bytes };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidBody();
  }
}

function isObject(value: unknown): value is SyncData {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The first of these time-to-live parameters that was sent, in seconds (0: for ever); undefined when none was.
 * @throws TwilioError 400/54011
 */
export function readTtl({ body }: WireRequest, ...names: readonly string[]): number | undefined {
  const sent = names.map((name) => body.get(name)).find((text) => text !== null);
  if (sent === undefined || sent === null) return undefined;
  if (!/^\d{1,8}$/.test(sent) || Number(sent) > MAX_TTL_SECONDS) throw invalidTtl();
  return Number(sent);
}

/** When a row with this time to live expires: `unchanged` when no time to live was sent. */
export function expiry(
  ttl: number | undefined,
  now: number,
  unchanged: number | undefined,
): number | undefined {
  if (ttl === undefined) return unchanged;
  return ttl === 0 ? undefined : now + ttl * 1000;
}

/** The `Key` parameter. @throws TwilioError 400/20001 or 400/54209 */
export function readKey({ body }: WireRequest): string {
  const key = body.get("Key");
  if (key === null) throw missingParameter("Key");
  if (key === "" || key.length > MAX_KEY_LENGTH) throw invalidKey();
  return key;
}

/** The `UniqueName` parameter. @throws TwilioError 400/54302 */
export function readUniqueName({ body }: WireRequest): string | undefined {
  const name = body.get("UniqueName") ?? undefined;
  if (name !== undefined && (name === "" || name.length > MAX_NAME_LENGTH)) throw invalidName();
  return name;
}

/** Whether the If-Match header, quoted or not, lets a write on this revision through. @throws TwilioError 400/54003 */
export function matchesRevision({ headers }: WireRequest, revision: number): boolean {
  const expected = headers["if-match"];
  if (expected === undefined) return true;
  if (!/^(?:"[0-9a-f]+"|[0-9a-f]+)$/.test(expected)) throw invalidIfMatch();
  return expected.replaceAll('"', "") === formatRevision(revision);
}

/** Revisions count up from "0"; that they go on in hexadecimal above "9" is a guess. */
export function formatRevision(revision: number): string {
  return revision.toString(16);
}
