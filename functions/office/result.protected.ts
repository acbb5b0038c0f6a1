import { defineCallFunction } from "../../src/runtime/define-call-function";
import { concludeOfficeCall } from "../../src/runtime/office/conclude-office-call";
import { json } from "../../src/runtime/reply";
import { readOfficeResult } from "../../src/telephony/read-office-result";

/** Run Function widget `office_result`: how a call goes on that comes back from ringing. */
export const handler = defineCallFunction(readOfficeResult, async (result, wiring) =>
  json({ ...(await concludeOfficeCall(wiring, result)) }),
);
