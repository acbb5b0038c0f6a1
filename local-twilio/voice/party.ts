/**
 * What the caller hears: spoken text without SSML, the URL of a played file, the network's words for a rejected
 * call; for the other kinds `text` repeats the kind.
 */
export interface Heard {
  readonly kind: "say" | "play" | "beep" | "ringing" | "silence" | "conversation" | "reject";
  readonly text: string;
}

/** A stretch of a call in which one thing is heard, and what the other side waits for meanwhile. */
export interface Moment {
  readonly heard: Heard;
  /** Simulated seconds that are left of it. */
  readonly seconds: number;
  /** `input`: a Gather listens. `message`: a Record listens. `answer`: a callee rings. */
  readonly awaits: "nothing" | "input" | "message" | "answer";
}

/** What a caller does, and when: `at` counts seconds into the moment. In `keys`, `w` is a pause of half a second. */
export type Act = { readonly at: number } & (
  | { readonly does: "nothing" }
  | { readonly does: "press"; readonly keys: string }
  | { readonly does: "speak"; readonly text: string; readonly seconds: number }
  | { readonly does: "hangUp" }
);

/** Whoever is on the phone: a script, or a person at a terminal. */
export interface Party {
  /**
   * The first act within the moment; an act later than its end is no act in it. Asked again with the rest of the moment
   * after a press or a speech that does not end it. No simulated time passes until the promise settles.
   */
  during(moment: Moment): Promise<Act>;
  /**
   * The last moment that `during` was asked about was cut short after so many of its seconds, because the leg was ended
   * or something else is to be heard: what was announced for later has not happened.
   */
  interrupted?(seconds: number): void;
}

/**
 * What a dialled phone does. `after`: seconds of ringing until it is answered, 4 when left out. `party`: who then is on
 * the phone; without one, somebody who talks for `seconds` before hanging up. `sipCode`: what a SIP phone failed with.
 */
export type Callee =
  | { readonly does: "answers"; readonly seconds?: number; readonly after?: number; readonly party?: Party }
  | { readonly does: "no-answer" }
  | { readonly does: "busy" }
  | { readonly does: "failed"; readonly sipCode?: number };

/** Seconds that a phone rings whose callee says nothing about it. */
export const SECONDS_TO_ANSWER = 4;
