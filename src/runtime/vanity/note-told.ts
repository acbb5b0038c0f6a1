import { recordLookup } from "../../store/vanity-lookups";
import { parseCaller } from "../../telephony/caller";
import type { VanityNumber } from "../../telephony/read-vanity-number";
import type { VanityRequest } from "../../telephony/read-vanity-request";
import { describeFailure } from "../log";
import { noteCall } from "../note-call";
import { loggedCaller } from "../parties";
import { within } from "../time-left";
import type { CallWiring } from "../wiring";

const NOTING_MS = 2000;

/** Notes that a caller was told what a number spells: in the call's row, and among the recent look-ups. Nothing waits for it long. */
export async function noteTold(
  wiring: CallWiring,
  request: VanityRequest,
  number: VanityNumber,
): Promise<void> {
  const { callSid, to } = request;
  const from = loggedCaller(parseCaller(request.from, wiring.policy().country));
  const row = { from, to, at: wiring.now().toISOString(), disposition: "message" } as const;
  const both = Promise.all([noteCall(wiring, callSid, row), noteLookup(wiring, request, number)]);
  await within(
    NOTING_MS,
    both.then(() => undefined),
  );
}

async function noteLookup(
  wiring: CallWiring,
  { callSid }: VanityRequest,
  number: VanityNumber,
): Promise<void> {
  try {
    const store = { sync: wiring.sync(), random: () => wiring.random() };
    await recordLookup(store, { number, by: "phone", now: wiring.now() });
  } catch (failure) {
    wiring.log("lookup-not-noted", { callSid, ...describeFailure(failure) });
  }
}
