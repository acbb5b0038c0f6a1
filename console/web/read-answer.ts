import type { ApiFailure } from "../../src/runtime/console/api";

/** An answer of our own API, which is as its types say. */
export async function readAnswer<Answer>(response: Response): Promise<Answer> {
  return (await response.json()) as Answer;
}

/** Why the API refused; undefined when what answers is not the API but what stands before it, in words of its own. */
export async function readFailure(response: Response): Promise<ApiFailure["error"] | undefined> {
  const body = (await response.json().catch(() => undefined)) as Partial<ApiFailure> | undefined;
  return typeof body?.error?.message === "string" ? body.error : undefined;
}
