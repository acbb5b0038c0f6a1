import type { ApiErrorCode } from "../../src/runtime/console/api";
import { readAnswer, readFailure } from "./read-answer";

/** The API's own codes, and what a browser finds out by itself. */
export type RefusalCode = ApiErrorCode | "unreachable" | "unexpected";

/** A request that came to nothing. The message is for whoever sits before the page. */
export class ApiRefusal extends Error {
  override readonly name = "ApiRefusal";
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Asks the API. @throws ApiRefusal; DOMException `AbortError` when `signal` was aborted */
export function getJson<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  return request(path, signal === undefined ? {} : { signal });
}

/** Has the API change something. @param csrfToken of the session, where there is one @throws ApiRefusal */
export function postJson<Answer>(path: string, body: object, csrfToken?: string): Promise<Answer> {
  const token = csrfToken === undefined ? {} : { "X-CSRF-Token": csrfToken };
  const headers = { "Content-Type": "application/json", ...token };
  return request(path, { method: "POST", headers, body: JSON.stringify(body) });
}

async function request<Answer>(path: string, options: RequestInit): Promise<Answer> {
  const response = await fetch(path, { ...options, cache: "no-store", redirect: "error" }).catch(unreachable);
  if (response.ok) return readAnswer<Answer>(response).catch(unreachable);
  const failure = await readFailure(response);
  if (failure === undefined) throw new ApiRefusal("unexpected", unexpected(response.status));
  throw new ApiRefusal(failure.code, `${failure.message}${waiting(response)}`);
}

function unreachable(failure: unknown): never {
  if (failure instanceof DOMException && failure.name === "AbortError") throw failure;
  throw new ApiRefusal(
    "unreachable",
    "Nothing answers. Are you connected to the internet? Please try again.",
  );
}

function unexpected(status: number): string {
  return `Something went wrong on the way (status ${status}). Please try again in a moment.`;
}

function waiting({ headers }: Response): string {
  const seconds = Number(headers.get("Retry-After") ?? 0);
  if (!(seconds > 0)) return "";
  return seconds < 100 ? ` (${seconds} seconds)` : ` (${Math.ceil(seconds / 60)} minutes)`;
}
