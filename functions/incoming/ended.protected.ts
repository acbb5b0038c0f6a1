import { defineFunction } from "../../src/runtime/define-function";
import { noteEndedCall } from "../../src/runtime/note-ended-call";
import { offerCallback } from "../../src/runtime/office/callback-offer";
import { json } from "../../src/runtime/reply";
import { sweepOutbox } from "../../src/runtime/sweep-outbox";
import { readEndedCall } from "../../src/telephony/read-ended-call";

/**
 * Run Function widget `note_end`: completes the call's row, sends what mail is overdue, and once a department has hung up
 * offers it a call-back.
 */
export const handler = defineFunction(readEndedCall, async (ended, wiring) => {
  const noting = noteEndedCall(wiring, ended);
  const offering = noting.then(({ department }) =>
    department === undefined ? undefined : offerCallback(wiring, department),
  );
  const [{ disposition }] = await Promise.all([noting, offering, sweepOutbox(wiring)]);
  return json({ disposition });
});
