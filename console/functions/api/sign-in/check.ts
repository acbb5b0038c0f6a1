import { defineConsoleFunction } from "../../../../src/runtime/console/define-console-function";
import { signIn } from "../../../../src/runtime/console/sign-in";
import { readText } from "../../../../src/telephony/form";

/** POST /api/sign-in/check { phone, code }: begins a session. */
export const handler = defineConsoleFunction("POST", ({ form }, wiring) =>
  signIn(wiring, { phone: readText(form, "phone"), code: readText(form, "code") }),
);
