import { defineCallFunction } from "../../src/runtime/define-call-function";
import { json } from "../../src/runtime/reply";
import { textSpellings } from "../../src/runtime/vanity/text-spellings";
import { readVanityTexting } from "../../src/telephony/read-vanity-request";

/** Run Function widget `text_spelling`: sends the caller the spellings as a text message. */
export const handler = defineCallFunction(readVanityTexting, async (texting, wiring) =>
  json({ ...(await textSpellings(wiring, texting)) }),
);
