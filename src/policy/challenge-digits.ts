import { createHmac } from "node:crypto";

/** What the digits of one challenge are made from. */
export interface ChallengeSeed {
  readonly secret: string;
  readonly callSid: string;
  /** 1 for the first time a call is asked. */
  readonly attempt: number;
  /** How many digits, 1 to 10. */
  readonly numDigits: number;
}

/**
 * The digits that this call is asked for, such as "042". Nothing needs to be remembered between asking and checking, and
 * nothing about the caller goes in: whoever knows the number, or an earlier call's digits, knows nothing. A further
 * attempt never has the digits of the one before.
 */
export function challengeDigits(seed: ChallengeSeed): string {
  const { attempt } = seed;
  const past = attempt > 1 ? challengeDigits({ ...seed, attempt: attempt - 1 }) : undefined;
  for (let draw = 1; ; draw += 1) {
    const digits = drawDigits(seed, draw);
    if (digits !== past) return digits;
  }
}

function drawDigits({ secret, callSid, attempt, numDigits }: ChallengeSeed, draw: number): string {
  const hash = createHmac("sha256", secret).update(`challenge:${callSid}:${attempt}:${draw}`).digest();
  // 64 bits against at most 10^10 outcomes: the bias of the remainder is below one in a billion.
  const remainder = hash.readBigUInt64BE() % 10n ** BigInt(numDigits);
  return remainder.toString().padStart(numDigits, "0");
}

/** The digits as they are spoken: one by one. */
export function speakDigits(digits: string): string {
  return [...digits].join(" ");
}
