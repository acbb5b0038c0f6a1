import { TwilioError } from "../twilio-error";

/**
 * Refuses what an operation of Twilio's takes and local Twilio does not do, so that nothing is skipped silently.
 * @throws TwilioError 501/20501 naming the first parameter that is not among the supported ones
 */
export function refuseParameters(
  body: URLSearchParams,
  operation: string,
  supported: readonly string[],
): void {
  const odd = [...body.keys()].find((name) => !supported.includes(name));
  if (odd !== undefined)
    throw new TwilioError(501, 20501, `Local Twilio does not support the parameter ${odd} of ${operation}`);
}
