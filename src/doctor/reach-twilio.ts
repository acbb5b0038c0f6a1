import { CannotGather, TRY_AGAIN } from "./missing-facts";

/** Real milliseconds. */
const REQUEST_MS = 15_000;

/**
 * Asks Twilio directly, where the helper library would hide what matters: headers, or how strangers are answered.
 * Redirects are not followed. @throws CannotGather when no answer comes
 */
export async function reachTwilio(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  try {
    return await fetch(url, { headers, redirect: "manual", signal: AbortSignal.timeout(REQUEST_MS) });
  } catch (failure) {
    const why = failure instanceof Error ? failure.message : String(failure);
    throw new CannotGather(`${new URL(url).hostname} does not answer (${why})`, TRY_AGAIN);
  }
}
