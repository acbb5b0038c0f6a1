import { defineFunction } from "../../src/runtime/define-function";
import { noteEmergencyCall } from "../../src/runtime/home/note-emergency-call";
import { json } from "../../src/runtime/reply";
import { readEmergencyCall } from "../../src/telephony/read-outgoing-call";

/** Run Function widget `note_emergency`: after a call for help, lets calls back in and tells the owner. */
export const handler = defineFunction(readEmergencyCall, async (call, wiring) =>
  json({ disposition: await noteEmergencyCall(wiring, call) }),
);
