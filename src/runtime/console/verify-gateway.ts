import type { Twilio } from "twilio";
import type { E164 } from "../../telephony/e164";

/**
 * `refused`: Verify sends nothing to this telephone, a landline or one in a country that the account does not send to. `full`: it
 * takes no more of this telephone for ten minutes. `down`: it gave no usable answer.
 */
export type SendOutcome = "sent" | "refused" | "full" | "down";
/** `wrong`: another code, or none that is waiting for this telephone. */
export type CheckOutcome = "approved" | "wrong" | "full" | "down";

/** Our Verify Service, which sends codes by text message and checks them. Nothing here throws. */
export interface VerifyGateway {
  send(to: E164): Promise<SendOutcome>;
  check(to: E164, code: string): Promise<CheckOutcome>;
  /** Whether Verify would answer at all: asked in place of the others, it takes as long and fails when they fail. */
  answers(): Promise<boolean>;
}

/**
 * Verify over Twilio's helper library, whose client sets the time limit of each request. Codes go by text message and never by a
 * call: one that is not answered would leave the code on a mailbox. Told by HTTP status: 429 is both 60202 (codes tried) and 60203
 * (codes sent), of which Twilio's own pages do not agree which is which.
 * @see https://www.twilio.com/docs/verify/api/verification
 * @see https://www.twilio.com/docs/api/errors/60205 (403 for a landline)
 * @see https://www.twilio.com/docs/verify/api/verification-check
 */
export function openVerify(client: Twilio, serviceSid: string): VerifyGateway {
  const service = client.verify.v2.services(serviceSid);
  const answers = () =>
    service
      .fetch()
      .then(() => true)
      .catch(() => false);
  return {
    send: (to) =>
      service.verifications
        .create({ to, channel: "sms" })
        .then((): SendOutcome => "sent")
        .catch(async (failure: unknown): Promise<SendOutcome> => {
          const status = statusOf(failure);
          if (status === 403 && (await answers())) return "refused";
          return status === 429 ? "full" : "down";
        }),
    check: (to, code) =>
      service.verificationChecks
        .create({ to, code })
        .then(({ status }): CheckOutcome => (status === "approved" ? "approved" : "wrong"))
        .catch((failure: unknown) => CHECK_OUTCOMES[statusOf(failure) ?? 0] ?? "down"),
    answers,
  };
}

/** 404: the code was used, has expired after ten minutes, or was never sent. */
const CHECK_OUTCOMES: Readonly<Record<number, CheckOutcome>> = { 404: "wrong", 429: "full" };

function statusOf(failure: unknown): number | undefined {
  if (typeof failure !== "object" || failure === null || !("status" in failure)) return undefined;
  return typeof failure.status === "number" ? failure.status : undefined;
}
