import { findRecording } from "../../account/call-history";
import { type FactSource, gathering } from "../fact-source";
import { reachTwilio } from "../reach-twilio";

/** How Twilio answers somebody who asks for a recording without credentials. */
export interface MediaAnswer {
  readonly status: number;
  /** Whether the recording that was asked for exists. */
  readonly isReal: boolean;
}

/** While there is no recording: one that cannot be. */
const MADE_UP = `RE${"0".repeat(32)}`;

export const mediaAnswerSource: FactSource<MediaAnswer> = gathering({
  lacking: "recordings cannot be asked for",
  needs: ["account"],
  seconds: 45,
  gather: async ({ account }) => {
    const sid = await findRecording(account);
    const { accountSid } = account.credentials;
    const url = `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Recordings/${sid ?? MADE_UP}.mp3`;
    // A redirect would lead to the audio: that is an answer already.
    const reply = await reachTwilio(url);
    await reply.body?.cancel();
    return { status: reply.status, isReal: sid !== undefined };
  },
});
