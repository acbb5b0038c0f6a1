import { defineFunction } from "../../src/runtime/define-function";
import { noteEndedCall } from "../../src/runtime/note-ended-call";
import { json } from "../../src/runtime/reply";
import { sweepOutbox } from "../../src/runtime/sweep-outbox";
import { readEndedCall } from "../../src/telephony/read-ended-call";

/** Run Function widget `note_end`: completes the call's row, and sends what mail is overdue. */
export const handler = defineFunction(readEndedCall, async (ended, wiring) => {
  const [disposition] = await Promise.all([noteEndedCall(wiring, ended), sweepOutbox(wiring)]);
  return json({ disposition });
});
