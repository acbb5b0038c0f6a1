import { setTimeout as delay } from "node:timers/promises";
import { pauseBeforeRetry } from "./pause-before-retry";
import type { Credentials, Question } from "./provider";

/** How a question over HTTP ended: `text` is the body of a success, undefined when it is longer than any answer may be. */
export type Answer =
  | { readonly kind: "answered"; readonly text: string | undefined }
  | { readonly kind: "refused"; readonly status: number; readonly retryAfterMs?: number }
  | { readonly kind: "broken" | "late" };

/** The answers that we read have some two kilobytes. */
const LONGEST_ANSWER = 64 * 1024;

/**
 * Asks within a budget of real milliseconds, once more when the connection broke or the other side was overrun or failed (429, 5xx)
 * and a second try fits. Never throws.
 *
 * TeleSign's own SDK is not used: telesignsdk 3.0.4 takes HTTP 401 for success, calls back twice when the callback throws,
 * waits 15 seconds without ending the request, escapes too little of a path and writes to console.error, an alert at Twilio.
 */
export async function exchange(
  question: Question,
  credentials: Credentials,
  budgetMs: number,
): Promise<Answer> {
  if (budgetMs <= 0) return { kind: "late" };
  const began = performance.now();
  const cut = new AbortController();
  const timer = setTimeout(() => cut.abort(), budgetMs);
  try {
    const first = await attempt(question, credentials, cut.signal);
    if (!mayPass(first)) return first;
    const pause = pauseBeforeRetry({
      tookMs: performance.now() - began,
      budgetMs,
      ...("retryAfterMs" in first ? { askedMs: first.retryAfterMs } : {}),
    });
    if (pause === undefined) return first;
    await delay(pause);
    const second = await attempt(question, credentials, cut.signal);
    return second.kind === "late" ? first : second;
  } finally {
    clearTimeout(timer);
  }
}

/** Whether another try may do better: of no use where the question or the credentials are wrong. */
function mayPass(answer: Answer): boolean {
  return answer.kind === "broken" || (answer.kind === "refused" && isPassing(answer.status));
}

const isPassing = (status: number): boolean => status === 429 || status >= 500;

async function attempt(
  { url, form }: Question,
  { username, password }: Credentials,
  signal: AbortSignal,
): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: form === undefined ? "GET" : "POST",
      headers: {
        accept: "application/json",
        authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`,
      },
      ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
      // Nobody is told our credentials because another host says so.
      redirect: "manual",
      signal,
    });
    return await readAnswer(response);
  } catch {
    // What fetch throws may name the URL, and so the caller's number: only its kind is told.
    return { kind: signal.aborted ? "late" : "broken" };
  }
}

async function readAnswer(response: Response): Promise<Answer> {
  if (response.ok) return { kind: "answered", text: await readText(response) };
  await response.body?.cancel();
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return {
    kind: "refused",
    status: response.status,
    ...(seconds >= 0 ? { retryAfterMs: seconds * 1000 } : {}),
  };
}

/** The body; leaving the loop early ends the transfer. */
async function readText({ body }: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > LONGEST_ANSWER) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
