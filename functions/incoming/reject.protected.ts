import { REJECT_REASONS } from "../../src/policy/verdict";
import { defineVoiceFunction } from "../../src/runtime/define-call-function";
import { xml } from "../../src/runtime/reply";
import { readText } from "../../src/telephony/form";
import { renderReject } from "../../src/twiml/render-reject";

/** TwiML Redirect widget `reject_call`: refuses the call unanswered. Reads nothing, so that it works with all else down. */
export const handler = defineVoiceFunction(
  (form) => REJECT_REASONS.find((reason) => reason === readText(form, "reason")) ?? "rejected",
  async (reason) => xml(renderReject(reason)),
  xml(renderReject("rejected")),
);
