import { type FactSource, gathering } from "../fact-source";
import { CannotGather } from "../missing-facts";
import { reachTwilio } from "../reach-twilio";

/** How far the clock of this computer is ahead of Twilio's, in milliseconds. */
export interface ClockReading {
  readonly aheadMs: number;
}

/** Twilio's clock: the Date header of a reply, which counts whole seconds. */
export const clockSource: FactSource<ClockReading> = gathering({
  lacking: "Twilio's clock cannot be read",
  needs: ["account"],
  seconds: 15,
  gather: async ({ account: { credentials } }, { now }) => {
    const { accountSid, authToken } = credentials;
    const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`;
    const asked = now();
    const url = `https://api.twilio.com/2010-04-01/Accounts/${accountSid}.json`;
    const reply = await reachTwilio(url, { authorization });
    await reply.body?.cancel();
    const date = Date.parse(reply.headers.get("date") ?? "");
    if (Number.isNaN(date)) throw new CannotGather("Twilio's reply has no Date header", "Try again");
    return { aheadMs: (asked + now()) / 2 - (date + 500) };
  },
});
