import { defineVoiceFunction } from "../../src/runtime/define-call-function";
import { whisperCall } from "../../src/runtime/office/whisper-call";
import { xml } from "../../src/runtime/reply";
import { readOfficeWhisper } from "../../src/telephony/read-office-whisper";
import { renderOfficeAnswer } from "../../src/twiml/render-office-whisper";

/** What whoever picks up hears, and decides, before the caller is connected. Whatever fails connects nobody. */
export const handler = defineVoiceFunction(
  readOfficeWhisper,
  async (whisper, wiring) => xml(await whisperCall(wiring, whisper)),
  xml(renderOfficeAnswer("", "en-US", "hangup")),
);
