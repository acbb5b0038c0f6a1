import type { PhoneNumber, VoiceSettings } from "../../account/phone-numbers";
import { describeVoice } from "../../deploy/plan-numbers";
import { lineVoice } from "../../deploy/voice-target";
import { check } from "../check";
import { complaintsOr, type Finding, failure } from "../finding";

const DEPLOY = "npm run deploy";
const NO_NUMBER =
  "Correct the policy, or buy its numbers: https://console.twilio.com (Phone Numbers > Manage)";

/** Of each line that is a number of the account: where its calls go, and what happens when they cannot. */
export const voiceUrlsCheck = check({
  name: "voice-urls",
  title: "Numbers",
  needs: ["policy", "numbers", "liveService", "flows"],
  judge: ({ policy: { policy }, numbers, liveService, flows }) => {
    const lines = numbers.filter(({ number }) => number in policy.lines);
    if (lines.length === 0) return [failure("none of the lines is a number of this account", NO_NUMBER)];
    const webhookUrl = flows.find(({ ours }) => ours.bindings.attach === "numbers")?.latest?.webhookUrl;
    if (webhookUrl === undefined) return [failure("there is no live flow that they could point at", DEPLOY)];
    const { domainName } = liveService.environment;
    const wanted = lineVoice({ webhookUrl, domainName });
    return complaintsOr(
      "every line's calls go to the live flow, with the static fallback and the status callback",
      lines.flatMap((line) => judgeLine(line, wanted)),
    );
  },
});

function judgeLine({ number, voice }: PhoneNumber, wanted: VoiceSettings): Finding[] {
  const shadow = shadowOf(voice);
  if (shadow !== undefined)
    return [failure(`calls to ${number} go to ${shadow}, so its voice URL is not used`, DEPLOY)];
  return describeVoice(voice, wanted).map((difference) => failure(`${number}: ${difference}`, DEPLOY));
}

/** @see https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource (trunk_sid, voice_application_sid) */
function shadowOf({ trunkSid, voiceApplicationSid }: VoiceSettings): string | undefined {
  if (trunkSid !== "") return `the SIP trunk ${trunkSid}`;
  return voiceApplicationSid === "" ? undefined : `the application ${voiceApplicationSid}`;
}
