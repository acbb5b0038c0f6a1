import type { Account } from "./account";
import { AccountFailure, statusOf } from "./account-failure";

/** Pauses before a request is made once more, in milliseconds. */
const PAUSES_MS = [500, 1500, 4000] as const;

/**
 * Makes a request that may be made twice without harm: reading, or setting what ends up the same. It is made again when
 * Twilio asks for patience (429), breaks (5xx) or does not answer.
 * @throws AccountFailure
 */
export function ask<T>(account: Account, wanted: string, request: () => Promise<T>): Promise<T> {
  return insist(account, wanted, {
    request,
    again: (status) => status === undefined || status === 429 || status >= 500,
  });
}

/**
 * Makes a request that must not be made twice, such as creating something. Only a 429 is made again: Twilio has not
 * processed it. @see https://www.twilio.com/docs/api/errors/20429
 * @throws AccountFailure
 */
export function askOnce<T>(account: Account, wanted: string, request: () => Promise<T>): Promise<T> {
  return insist(account, wanted, { request, again: (status) => status === 429 });
}

/** As `ask`, and undefined for what does not exist. */
export async function askFor<T>(
  account: Account,
  wanted: string,
  request: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await ask(account, wanted, request);
  } catch (failure) {
    if (failure instanceof AccountFailure && failure.status === 404) return undefined;
    throw failure;
  }
}

interface Insistence<T> {
  readonly request: () => Promise<T>;
  readonly again: (status: number | undefined) => boolean;
}

async function insist<T>({ sleep }: Account, wanted: string, { request, again }: Insistence<T>): Promise<T> {
  for (const pause of [...PAUSES_MS, undefined])
    try {
      return await request();
    } catch (failure) {
      const status = statusOf(failure);
      if (pause === undefined || !again(status)) throw new AccountFailure(wanted, status, failure);
      await sleep(pause);
    }
  throw new RangeError("unreachable: the last try returns or throws");
}
