/** The parts of a SIP URI that say who is meant. */
export interface SipUri {
  /** What stands before the first `@`, percent-encoding undone; empty when there is none. */
  readonly user: string;
  /** In lower case, without the port. */
  readonly host: string;
}

/**
 * `sip:` or `sips:`, perhaps a user with parameters and a password, a host, perhaps a port, parameters and headers.
 * @see https://www.rfc-editor.org/rfc/rfc3261#section-19.1.1
 */
const SIP_URI =
  /^sips?:(?:(?<user>[^@:;?\s]*)(?:;[^@:?\s]*)?(?::[^@\s]*)?@)?(?<host>[a-z\d.-]+)(?::\d{1,5})?(?:[;?]\S*)?$/i;

/** Reads a SIP URI; undefined for anything else. */
export function parseSipUri(text: string): SipUri | undefined {
  const { user = "", host } = SIP_URI.exec(text.trim())?.groups ?? {};
  const decoded = decode(user);
  return host === undefined || decoded === undefined
    ? undefined
    : { user: decoded, host: host.toLowerCase() };
}

/** The address that a URI names, without port, parameters and headers. */
export function sipAddress({ user, host }: SipUri): string {
  return user === "" ? `sip:${host}` : `sip:${user}@${host}`;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
