import { formatNumber } from "../../mail/format-number";
import { describeMailError, MailRefused } from "../../mail/mail-refused";
import { renderRecordingMail } from "../../mail/render-recording-mail";
import { changeCall } from "../../store/calls";
import { readRoom } from "../../store/rooms";
import { isE164 } from "../../telephony/e164";
import type { RecordingCallback } from "../../telephony/read-recording-callback";
import type { CallSid } from "../../telephony/sids";
import { inTime } from "../in-time";
import { describeFailure } from "../log";
import { signedLink } from "../signed-link";
import type { Wiring } from "../wiring";

/** The recording of a call with the home's phone. */
export interface HomeRecording {
  /** The caller's call. */
  readonly callSid: CallSid;
  readonly recording: RecordingCallback;
}

const SYNC_MS = 1500;
const READING_MS = 500;

/**
 * Notes the recording of a call in the call's row and mails the owner a link to it: once, as far as Sync can tell. With
 * Sync out of reach it is mailed all the same. Never throws.
 */
export async function keepRecording(
  wiring: Wiring,
  { callSid, recording }: HomeRecording,
): Promise<"sent" | "unsent" | "done"> {
  const { recordingSid, status } = recording;
  if (status !== "completed") {
    wiring.log("home-not-recorded", { callSid, recordingSid, status });
    return "done";
  }
  const [isNews, number] = await Promise.all([
    noteRecording(wiring, callSid, recording),
    numberIn(wiring, callSid),
  ]);
  wiring.log("home-recorded", { callSid, recordingSid, isNews });
  return isNews ? mail(wiring, { callSid, recording, number }) : "done";
}

/** @returns whether it was not noted before */
async function noteRecording(
  wiring: Wiring,
  callSid: CallSid,
  { recordingSid, seconds }: RecordingCallback,
): Promise<boolean> {
  let isNews = true;
  const note = (current: Readonly<Record<string, unknown>> = {}) => {
    isNews = current.recordingSid !== recordingSid;
    const length = seconds === undefined ? {} : { recordingSeconds: seconds };
    return isNews ? { ...current, recordingSid, ...length } : current;
  };
  try {
    const store = { sync: wiring.sync(), random: () => wiring.random() };
    const change = await inTime(SYNC_MS, changeCall(store, callSid, note));
    if (change?.outcome !== "written" && isNews) wiring.log("recording-not-noted", { callSid });
  } catch (failure) {
    wiring.log("recording-not-noted", { callSid, ...describeFailure(failure) });
  }
  return isNews;
}

/** The mail does without it. */
async function numberIn(wiring: Wiring, callSid: CallSid): Promise<string | undefined> {
  const room = await inTime(READING_MS, readRoom(wiring.sync(), callSid)).catch(() => undefined);
  return room?.number;
}

async function mail(
  wiring: Wiring,
  { callSid, recording, number }: HomeRecording & { readonly number: string | undefined },
): Promise<"sent" | "unsent"> {
  const { recordingSid, seconds } = recording;
  const { owner, timezone, country } = wiring.policy();
  try {
    if (owner.email === undefined) throw new MailRefused("owner.email is not set");
    const message = renderRecordingMail({
      to: owner.email,
      recordingSid,
      number: number !== undefined && isE164(number) ? formatNumber(number, country) : undefined,
      seconds,
      at: wiring.now(),
      timezone,
      link: signedLink(wiring, recordingSid),
    });
    await wiring.mail().send(message);
    wiring.log("recording-mailed", { callSid, recordingSid });
    return "sent";
  } catch (failure) {
    wiring.log("recording-unsent", { callSid, recordingSid, error: describeMailError(failure) });
    return "unsent";
  }
}
