import type { Account } from "../account";
import { SipRefusal } from "./sip-refusal";

/** What a phone logs in with. */
export interface SipLogin {
  readonly username: string;
  readonly password: string;
}

/**
 * Lets in whom one of the credential lists knows.
 * @param lists SIDs of the lists that the domain asks for this purpose
 * @see https://www.twilio.com/docs/api/errors/32202
 * @throws SipRefusal 403, 32202
 */
export function checkCredential(
  { credentialLists }: Account,
  lists: ReadonlyMap<string, number>,
  { username, password }: SipLogin,
): void {
  const known = [...lists.keys()].flatMap((sid) => [
    ...(credentialLists.get(sid)?.credentials.values() ?? []),
  ]);
  if (known.some((each) => each.username === username && each.password === password)) return;
  throw new SipRefusal(403, 32202, `bad user credentials of ${username}`);
}
