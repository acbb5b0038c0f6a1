import { defineCallFunction } from "../../src/runtime/define-call-function";
import { followPhone } from "../../src/runtime/home/follow-phone";
import { json } from "../../src/runtime/reply";
import { readPhoneStatus } from "../../src/telephony/read-phone-status";

/** Status callback of the phone's own call. */
export const handler = defineCallFunction(readPhoneStatus, async (status, wiring) => {
  const { room } = await followPhone(wiring, status);
  return json({ state: room?.state ?? "" });
});
