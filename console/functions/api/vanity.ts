import { defineConsoleFunction } from "../../../src/runtime/console/define-console-function";
import { lookUpNumber } from "../../../src/runtime/console/look-up-number";
import { readText } from "../../../src/telephony/form";

/** GET /api/vanity?number=…: what a number spells. */
export const handler = defineConsoleFunction("GET", ({ form }, wiring) =>
  lookUpNumber(wiring, readText(form, "number")),
);
