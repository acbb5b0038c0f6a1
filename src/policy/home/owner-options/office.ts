import type { OfficeMode } from "../../office/office-state";
import type { OwnerOption } from "../owner-step";

/** Closes the office, opens it, or gives it back to its hours: each press the next of them, and the menu says which. */
export const office: OwnerOption = {
  key: "8",
  part: "office",
  needs: ["officeMode"],
  offer: ({ officeMode, unreadable }) => (unreadable.includes("officeMode") ? undefined : OFFERS[officeMode]),
  choose: ({ officeMode }) => ({ do: "switch", to: NEXT[officeMode] }),
};

const OFFERS: Readonly<Record<OfficeMode, string>> = {
  auto: "The office goes by its hours. To close it, press 8.",
  night: "The office is closed, whatever its hours. To open it, press 8.",
  day: "The office is open, whatever its hours. To let it go by its hours again, press 8.",
};

/** Somebody who closes early presses once. */
const NEXT: Readonly<Record<OfficeMode, OfficeMode>> = { auto: "night", night: "day", day: "auto" };
