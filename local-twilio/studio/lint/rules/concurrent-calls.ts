import type { LintRule } from "../lint-rule";

/** Otherwise a second call from one number, while the first is active or stuck, gets an out-of-service message. */
export const concurrentCalls: LintRule = {
  severity: "house",
  *check({ flow }) {
    if (flow.flags?.allow_concurrent_calls !== true)
      yield {
        message: "flags.allow_concurrent_calls is not true: a second call from one number may get no answer",
      };
  },
};
