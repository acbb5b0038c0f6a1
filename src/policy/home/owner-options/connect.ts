import type { OwnerOption } from "../owner-step";

/** Rings the home's phone, also at bedtime and while it is paused. */
export const connect: OwnerOption = {
  key: "1",
  part: "home",
  needs: [],
  offer: () => "To ring the phone, press 1.",
  choose: () => ({ do: "connect" }),
};
