import type { OwnerOption } from "../owner-step";

/** Says the options again. */
export const repeat: OwnerOption = {
  key: "9",
  needs: [],
  offer: () => "To hear this again, press 9. To leave, press pound.",
  choose: () => ({ do: "menu", say: "" }),
};
