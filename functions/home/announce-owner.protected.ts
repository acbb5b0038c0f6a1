import { defineVoiceFunction } from "../../src/runtime/define-call-function";
import { announceOwner } from "../../src/runtime/home/announce-owner";
import { xml } from "../../src/runtime/reply";
import { readOwnerAnnouncement } from "../../src/telephony/read-owner-joining";
import { renderNotices } from "../../src/twiml/render-notices";

/** What a conference is told before the owner comes in. Whatever happens something is said; the owner then stays out. */
export const handler = defineVoiceFunction(
  readOwnerAnnouncement,
  async (announcement, wiring) => xml(await announceOwner(wiring, announcement)),
  xml(renderNotices(["The owner of this telephone may join the call."])),
);
