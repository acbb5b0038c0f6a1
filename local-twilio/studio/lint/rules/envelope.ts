import type { LintRule } from "../lint-rule";

/** The file has the shape of a flow. @see https://www.twilio.com/docs/studio/rest-api/v2/schemas */
export const envelope: LintRule = { severity: "error", check: ({ shape }) => shape };
