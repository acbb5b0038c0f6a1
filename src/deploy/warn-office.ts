import type { Phone } from "../policy/office/office";
import { isE164 } from "../telephony/e164";
import { numberKind } from "../telephony/number-kind";
import type { Project } from "./project";

/** What the owner should know of the telephones that an office rings, though it may well be meant so: a sentence each. */
export function warnOffice({ office }: Pick<Project, "office">): string[] {
  return Object.entries(office?.departments ?? {}).flatMap(([id, { phones }]) =>
    phones.flatMap((phone) => doubtsOf(phone).map((doubt) => `the department ${id} rings ${phone}${doubt}`)),
  );
}

/** @see https://www.twilio.com/docs/voice/twiml/sip */
const SIP =
  ", over the internet: its host must let Twilio's addresses in, and send pressed keys as telephone events (RFC 4733), or nobody can take a call";

function doubtsOf(phone: Phone): string[] {
  if (!isE164(phone)) return [SIP];
  switch (numberKind(phone)) {
    case "dear":
      return [
        ", and each call to it costs more than an ordinary one (premium rate, shared cost or the like)",
      ];
    case "unassigned":
      return [", which is no number in its country's plan"];
    case "ordinary":
    case "free":
      return [];
  }
}
