import type { WhisperTicket } from "../../policy/office/ring-ticket";
import type { PromptName } from "../../policy/office/prompts/index";
import type { WhisperDecision } from "../../policy/office/whisper-keys";
import type { Store } from "../../store/change-item";
import { forwardNumber } from "../../store/forward-number";
import { blockNumber } from "../../store/owner-lists";
import { parseCaller } from "../../telephony/caller";
import { isE164 } from "../../telephony/e164";
import { inTime } from "../in-time";
import { describeFailure } from "../log";
import type { CallWiring } from "../wiring";
import { noteDecision } from "./whisper-notes";

/** What is said to whoever has pressed a key, and whether the caller is then connected. */
export interface WhisperAnswer {
  readonly prompt: Extract<PromptName, `sent${string}` | `block${string}` | `allow${string}`> | undefined;
  readonly then: "connect" | "hangup";
}

/** Of the four seconds that a Function has. */
const WRITING_MS = 2800;

/** Does what a key has decided. Doing it twice is the same as once. Never throws: what failed is said. */
export async function carryOutDecision(
  wiring: CallWiring,
  ticket: WhisperTicket,
  decision: WhisperDecision,
): Promise<WhisperAnswer> {
  const [isWritten] = await Promise.all([
    writeList(wiring, ticket, decision),
    noteDecision(wiring, ticket, decision),
  ]);
  switch (decision) {
    case "take":
      return { prompt: undefined, then: "connect" };
    case "voicemail":
      return { prompt: "sentToVoicemail", then: "hangup" };
    case "block":
      return { prompt: isWritten ? "blockedNumber" : "blockFailed", then: "hangup" };
    case "allow":
      return { prompt: isWritten ? "allowedNumber" : "allowFailed", then: "connect" };
  }
}

async function writeList(
  wiring: CallWiring,
  ticket: WhisperTicket,
  decision: WhisperDecision,
): Promise<boolean> {
  if (decision === "take" || decision === "voicemail") return true;
  const { callSid } = ticket.plan;
  try {
    const isWritten = await inTime(WRITING_MS, writing(wiring, ticket, decision));
    if (isWritten !== true) wiring.log("whisper-list-not-written", { callSid, decision });
    return isWritten === true;
  } catch (failure) {
    wiring.log("whisper-list-not-written", { callSid, decision, ...describeFailure(failure) });
    return false;
  }
}

async function writing(
  wiring: CallWiring,
  { from, phone }: WhisperTicket,
  decision: "block" | "allow",
): Promise<boolean> {
  const policy = wiring.policy();
  const caller = parseCaller(from, policy.country);
  if (caller.kind !== "number") return false;
  const { number } = caller;
  const store: Store = { sync: wiring.sync(), random: () => wiring.random() };
  const day = wiring.now().toISOString().slice(0, 10);
  if (decision === "block") return blockNumber(store, number, `Blocked by telephone on ${day}`);
  if (!isE164(phone)) return false;
  const note = `Let through by telephone on ${day}`;
  return forwardNumber(store, { number, to: phone, note, locale: policy });
}
