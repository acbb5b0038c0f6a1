import type { CallPlan } from "./call-plan";
import type { Phone } from "./office";
import type { PromptName } from "./prompts/index";

/** What whoever picks up does with a call. */
export type WhisperDecision = "take" | "voicemail" | "block" | "allow";

/** A call as it is announced: `hasNumber` tells a caller who withholds none. */
export interface AnnouncedCall {
  readonly kind: CallPlan["kind"];
  readonly hasNumber: boolean;
  readonly phone: Phone;
}

/** One key of whoever picks up. */
export interface WhisperKey {
  readonly key: string;
  readonly decision: WhisperDecision;
  /** What offers it. */
  readonly prompt: Extract<PromptName, `pressTo${string}`>;
  readonly isOffered: (call: AnnouncedCall) => boolean;
}

/** A number that may be forged is somebody else's: it is neither blocked nor let through. */
const isCallersOwn = ({ kind, hasNumber }: AnnouncedCall): boolean => hasNumber && kind !== "forged";

/** The keys, in the order in which they are offered. Calls are let through to telephones that have a number. */
const WHISPER_KEYS: readonly WhisperKey[] = [
  { key: "1", decision: "take", prompt: "pressToTake", isOffered: () => true },
  { key: "2", decision: "voicemail", prompt: "pressToSend", isOffered: () => true },
  { key: "3", decision: "block", prompt: "pressToBlock", isOffered: isCallersOwn },
  {
    key: "4",
    decision: "allow",
    prompt: "pressToAllow",
    isOffered: (call) => isCallersOwn(call) && call.phone.startsWith("+"),
  },
];

/** The keys that are offered for a call. */
export function whisperKeysFor(call: AnnouncedCall): readonly WhisperKey[] {
  return WHISPER_KEYS.filter(({ isOffered }) => isOffered(call));
}

/** What a key decides; undefined for one that is not offered. */
export function whisperDecisionOf(key: string, call: AnnouncedCall): WhisperDecision | undefined {
  return whisperKeysFor(call).find((offered) => offered.key === key)?.decision;
}
