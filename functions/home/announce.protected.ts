import { parseNotices } from "../../src/policy/home/notices";
import { defineVoiceFunction } from "../../src/runtime/define-call-function";
import { NOTHING_TO_SAY, readNotice } from "../../src/runtime/home/read-notice";
import { xml } from "../../src/runtime/reply";
import { type Form, readText } from "../../src/telephony/form";
import { parseCallSid } from "../../src/telephony/sids";

const read = (form: Form) => ({
  notices: parseNotices(readText(form, "notice")),
  callSid: parseCallSid(readText(form, "call") ?? ""),
});

/** What those on the line are told: `?notice=monitoring,recording`; with `&call=` at the beginning of that call. */
export const handler = defineVoiceFunction(
  read,
  async (request, wiring) => xml(await readNotice(wiring, request)),
  xml(NOTHING_TO_SAY),
);
