import type { LocalTwilio } from "../local-twilio/local-twilio";
import type { AddOnResults } from "../local-twilio/reputation";

/** What is known of a number outside the house: TeleSign's score, and what Twilio Lookup says of its line. */
export interface NumberRepute {
  /** 0 to 1000, the worst. */
  readonly score?: number | undefined;
  /** TeleSign's word for the score, when it is not the one that follows from it. */
  readonly level?: string | undefined;
  readonly lineType?: string | undefined;
  readonly lineStatus?: string | undefined;
  /** Whether Lookup holds it to be a number at all. */
  readonly valid?: boolean | undefined;
}

/** By number in E.164. */
export interface ReputationContents {
  readonly numbers: Readonly<Record<string, NumberRepute>>;
  readonly addOns: Readonly<Record<string, AddOnResults>>;
}

/** Tells the sources of reputation what they know of numbers; all others are harmless to them. */
export function furnishReputation(
  { reputation }: LocalTwilio,
  { numbers, addOns }: ReputationContents = { numbers: {}, addOns: {} },
): void {
  for (const [number, repute] of Object.entries(numbers)) {
    const { score, level, lineType, lineStatus, valid } = repute;
    if (score !== undefined)
      reputation.scores.set(number, { score, ...(level === undefined ? {} : { level }) });
    reputation.lines.set(number, {
      ...(valid === undefined ? {} : { valid }),
      ...(lineType === undefined ? {} : { line_type_intelligence: { type: lineType } }),
      ...(lineStatus === undefined ? {} : { line_status: { status: lineStatus } }),
    });
  }
  for (const [number, results] of Object.entries(addOns)) reputation.addOns.set(number, results);
}
