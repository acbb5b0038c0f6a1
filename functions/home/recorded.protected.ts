import { defineFunction } from "../../src/runtime/define-function";
import { keepRecording } from "../../src/runtime/home/keep-recording";
import { json } from "../../src/runtime/reply";
import type { Form } from "../../src/telephony/form";
import { readRecordingCallback } from "../../src/telephony/read-recording-callback";
import { readRoomCall } from "../../src/telephony/read-room-call";

const read = (form: Form) => ({
  callSid: readRoomCall(form, "recording callback"),
  recording: readRecordingCallback(form),
});

/** Recording status callback of a call with the home's phone. */
export const handler = defineFunction(read, async (recorded, wiring) =>
  json({ mail: await keepRecording(wiring, recorded) }),
);
