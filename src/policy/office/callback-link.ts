import { type E164, isE164 } from "../../telephony/e164";
import { seal, unseal } from "../seal";

const PURPOSE = "callback";

/** The one attempt of a call-back that a URL is about: whose it is, and when it began. */
export interface CallbackLink {
  readonly number: E164;
  readonly attempt: string;
}

/** The attempt as one text for a URL, which nobody can make or change who lacks the secret. */
export function sealCallback(secret: string, link: CallbackLink): string {
  return seal(secret, PURPOSE, link);
}

/** The attempt in a sealed text; undefined for one that is not ours, and without a secret for any. */
export function openCallback(secret: string | undefined, text: string): CallbackLink | undefined {
  if (!secret) return undefined;
  const { number, attempt } = unseal(secret, PURPOSE, text) ?? {};
  if (typeof number !== "string" || !isE164(number) || typeof attempt !== "string") return undefined;
  return { number, attempt };
}
