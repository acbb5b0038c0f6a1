import type { Rule } from "../facts";

/**
 * For some time after an emergency call every caller rings the home's phone: dispatchers call back, from numbers that are on
 * no list and often withheld. @see https://www.fcc.gov/document/call-blocking-report-and-order (FCC 20-96)
 */
export const callbacks: Rule = {
  needs: ["home"],
  otherwise: "no emergency call was made lately",
  decide: ({ now, home }, { home: state }) => {
    if (home === undefined || now >= (state?.callbacksUntil ?? 0)) return undefined;
    return { action: "household", reason: "an emergency call was made lately: calls ring unscreened" };
  },
};
