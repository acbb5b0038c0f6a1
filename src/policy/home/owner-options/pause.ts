import type { OwnerOption } from "../owner-step";

/** Pauses all calls for an hour, or lets them ring again. */
export const pause: OwnerOption = {
  key: "7",
  part: "home",
  needs: ["isPaused"],
  offer: ({ isPaused }) =>
    isPaused
      ? "All calls are paused. To let them ring again, press 7."
      : "To pause all calls for an hour, press 7.",
  choose: () => ({ do: "pause" }),
};
