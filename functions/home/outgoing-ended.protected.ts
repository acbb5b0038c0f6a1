import { defineFunction } from "../../src/runtime/define-function";
import { noteOutgoingEnd } from "../../src/runtime/home/note-outgoing-end";
import { json } from "../../src/runtime/reply";
import { readOutgoingEnd } from "../../src/telephony/read-outgoing-call";

/** Run Function widget `note_outgoing`: settles what a call from the home's phone took, and writes its row. */
export const handler = defineFunction(readOutgoingEnd, async (end, wiring) =>
  json({ disposition: await noteOutgoingEnd(wiring, end) }),
);
