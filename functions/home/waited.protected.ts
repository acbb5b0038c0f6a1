import { defineVoiceFunction } from "../../src/runtime/define-call-function";
import { letCallerGo, STILL_WAITING } from "../../src/runtime/home/let-caller-go";
import { xml } from "../../src/runtime/reply";
import type { Form } from "../../src/telephony/form";
import { readCallSid } from "../../src/telephony/read-call-sid";

const read = (form: Form) => readCallSid(form, "caller who waits");

/** What `ringing.xml` and `waiting-music.xml` lead to: a caller has waited for longer than the phone can ring. */
export const handler = defineVoiceFunction(
  read,
  async (callSid, wiring) => xml(await letCallerGo(wiring, callSid)),
  xml(STILL_WAITING),
);
