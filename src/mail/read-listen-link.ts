import { type Form, readText } from "../telephony/form";
import { parseRecordingSid } from "../telephony/sids";
import type { ListenLink } from "./listen-link";

/**
 * Reads the link of a voicemail mail. A recording is named by its SID only: an address would let a stranger make us
 * fetch whatever they like.
 * @throws TypeError when a part is missing or malformed
 */
export function readListenLink(form: Form): ListenLink {
  const recordingSid = parseRecordingSid(readText(form, "recording") ?? "");
  const expires = readText(form, "expires") ?? "";
  const signature = readText(form, "signature") ?? "";
  const onTelephone = readText(form, "on") === "telephone" ? { isOnTelephone: true } : {};
  if (recordingSid === undefined || !/^\d{1,12}$/.test(expires) || !/^[0-9a-f]{64}$/.test(signature))
    throw new TypeError("Cannot read link: it is incomplete. Please open it as it stands in the mail");
  return { recordingSid, expires: Number(expires), signature, ...onTelephone };
}
