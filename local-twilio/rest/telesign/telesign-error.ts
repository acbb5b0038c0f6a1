import type { WireReply } from "../wire";

/**
 * A refusal in TeleSign's terms: "you should retrieve the status or error code and use that rather than the HTTP status".
 * Its pages of other products list other codes, in an array `errors`; here are those of its OpenAPI documents of these two.
 * @see https://developer.telesign.com/enterprise/reference/submitphonenumberforintelligencecloud
 */
export class TelesignError extends Error {
  /** @param status HTTP status. @param code TeleSign's status code */
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

/** What a reply of each HTTP status says by itself. */
const ERRORS: Readonly<Record<number, readonly [code: number, description: string]>> = {
  400: [11000, "Invalid value for parameter phone_number"],
  401: [10008, "Invalid signature"],
  402: [10030, "Insufficient funds in prepaid wallet"],
  404: [10017, "Customer ID / Reference ID not found"],
  429: [10019, "Rate Limit Exceeded"],
  500: [-90001, "Transaction not attempted"],
  503: [-10000, "System unavailable. Please try again later."],
};

/** The documented refusal with an HTTP status; `message` is only said where no document knows what would be. */
export function refusalWith(status: number, message: string): TelesignError {
  const [code, description] = ERRORS[status] ?? [-90001, message];
  return new TelesignError(status, code, description);
}

/** What an error reply tells besides the error. `now`: epoch milliseconds. */
export interface ErrorContext {
  readonly referenceId: string;
  readonly externalId: string | null;
  readonly now: number;
}

/** An error reply in TeleSign's shape. */
export function telesignErrorReply(
  { status, code, message }: TelesignError,
  { referenceId, externalId, now }: ErrorContext,
): WireReply {
  return {
    status,
    body: {
      ...{ reference_id: referenceId, external_id: externalId },
      status: { updated_on: telesignDate(now), code, description: message },
    },
  };
}

/** TeleSign writes microseconds, as in `2024-02-01T00:33:34.860418Z`. @param now epoch milliseconds */
export function telesignDate(now: number): string {
  return new Date(now).toISOString().replace("Z", "000Z");
}
