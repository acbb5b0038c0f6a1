import { defineConsoleFunction } from "../../../src/runtime/console/define-console-function";
import { sendCode } from "../../../src/runtime/console/send-code";
import { readText } from "../../../src/telephony/form";

/** POST /api/sign-in { phone }: sends a code to an administrator. */
export const handler = defineConsoleFunction("POST", ({ form }, wiring) =>
  sendCode(wiring, readText(form, "phone")),
);
