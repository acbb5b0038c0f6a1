import { checkListenLink, type ListenLink } from "../mail/listen-link";
import { changeVoicemail, readVoicemail } from "../store/voicemails";
import type { RecordingSid } from "../telephony/sids";
import { type Reply, text } from "./reply";
import { within } from "./time-left";
import type { Wiring } from "./wiring";

/** What is left for handing out the message, however long it takes to note that it was heard. */
const ANSWER_MS = 250;

/** The audio that a signed link gives the right to hear, or a sentence saying why not. */
export async function playVoicemail(wiring: Wiring, link: ListenLink): Promise<Reply> {
  const secret = wiring.environment("LINK_SECRET");
  if (!secret) wiring.log("link-secret-missing", {});
  const state = secret ? checkListenLink(link, secret, wiring.now()) : "bad";
  if (state === "bad") return sentence(403, "This link is not valid.");
  if (state === "expired")
    return sentence(410, "This link has expired. The message is in the Twilio account.");
  const media = await fetchMedia(wiring, link.recordingSid);
  if (media === "unreachable") return sentence(502, "Twilio did not hand out the message. Try again later.");
  if (media === undefined) return sentence(404, "This message has been deleted.");
  if (link.isOnTelephone !== true)
    await within(Math.max(0, wiring.timeLeft() - ANSWER_MS), noteHeard(wiring, link.recordingSid));
  return {
    status: 200,
    contentType: media.contentType,
    body: media.body,
    headers: {
      "Cache-Control": "private, no-store",
      "Content-Disposition": 'inline; filename="voicemail.mp3"',
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
    },
  };
}

async function fetchMedia(wiring: Wiring, recordingSid: RecordingSid) {
  try {
    return await wiring.fetchRecording(recordingSid);
  } catch {
    wiring.log("recording-unreachable", { recordingSid });
    return "unreachable";
  }
}

/** Whether it can be noted or not, the owner hears the message. */
async function noteHeard(wiring: Wiring, recordingSid: RecordingSid): Promise<void> {
  const heardAt = wiring.now().toISOString();
  try {
    const known = await readVoicemail(wiring.sync(), recordingSid);
    if (known === undefined || known.heardAt !== undefined) return;
    const store = { sync: wiring.sync(), random: wiring.random };
    await changeVoicemail(store, recordingSid, (current) => ({ heardAt, ...(current ?? known) }));
  } catch {
    wiring.log("hearing-not-noted", { recordingSid });
  }
}

function sentence(status: number, body: string): Reply {
  return { ...text(status, body), headers: { "Cache-Control": "no-store" } };
}
