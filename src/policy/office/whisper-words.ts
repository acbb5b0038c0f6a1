import type { Locale } from "./office";
import { promptIn } from "./prompts/prompt-in";
import { type AnnouncedCall, whisperKeysFor } from "./whisper-keys";

/** Who is announced to whom. */
export interface Announcement extends AnnouncedCall {
  readonly locale: Locale;
  /** The caller's name, else number, in words; undefined when neither is known. */
  readonly caller: string | undefined;
  /** The department's name. */
  readonly department: string;
  /** Whether the name that the caller gave can be played. */
  readonly isNamePlayed: boolean;
}

/** What whoever picks up hears: `who` before the name that the caller has spoken, after it the keys. */
export interface WhisperWords {
  readonly who: string;
  readonly keys: string;
  /** The keys when it is said again: only the first. A mailbox lets all of it pass, and the caller waits meanwhile. */
  readonly keysAgain: string;
}

/** Puts a call into words for whoever picks up. */
export function whisperWords(call: Announcement): WhisperWords {
  const { locale } = call;
  const offers = whisperKeysFor(call).map(({ key, prompt }) => promptIn(locale, prompt, { key }));
  const [keysAgain = ""] = offers;
  return { who: whoCalls(call), keys: offers.join(" "), keysAgain };
}

function whoCalls({ kind, locale, department, isNamePlayed, ...call }: Announcement): string {
  const caller = call.caller ?? promptIn(locale, "callerWithoutNumber");
  switch (kind) {
    case "department":
      return promptIn(locale, "callFor", { department, caller });
    case "name":
      return promptIn(locale, isNamePlayed ? "callNamed" : "callNameLost", { caller });
    case "forged":
      return promptIn(locale, "callForged", { name: caller });
  }
}
