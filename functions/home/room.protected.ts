import { defineCallFunction } from "../../src/runtime/define-call-function";
import { followConference } from "../../src/runtime/home/follow-conference";
import { json } from "../../src/runtime/reply";
import { readConferenceEvent } from "../../src/telephony/read-conference-event";

/** Status callback of the conference in which a caller and the home's phone talk. */
export const handler = defineCallFunction(readConferenceEvent, async (event, wiring) => {
  const news = await followConference(wiring, event);
  return json({ state: news?.room?.state ?? "" });
});
