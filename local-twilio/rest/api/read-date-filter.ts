import { TwilioError } from "../twilio-error";

const DAY_MS = 24 * 3600 * 1000;

/**
 * The test that `Name`, `Name<` and `Name>` make: on that day (UTC), on or before, on or after the instant.
 * @throws TwilioError 400/20001 for what is no date
 * @see https://www.twilio.com/docs/voice/api/call-resource#read-multiple-call-resources
 */
export function readDateFilter(
  query: URLSearchParams,
  name: string,
): (instant: number | undefined) => boolean {
  const on = readInstant(query, name);
  const before = readInstant(query, `${name}<`);
  const after = readInstant(query, `${name}>`);
  if (on === undefined && before === undefined && after === undefined) return () => true;
  return (instant) => {
    if (instant === undefined) return false;
    const sameDay = on === undefined || Math.floor(instant / DAY_MS) === Math.floor(on / DAY_MS);
    return sameDay && instant <= (before ?? instant) && instant >= (after ?? instant);
  };
}

function readInstant(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw new TwilioError(400, 20001, `Invalid parameter ${name}`);
  return instant;
}
