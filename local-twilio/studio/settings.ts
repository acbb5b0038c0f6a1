/**
 * What nobody documents about Studio, each point as a choice, so that a flow can be tried under both.
 * An Execution carries its settings, for they decide what its next step does.
 */
export interface StudioSettings {
  /** Only the finish key pressed in a Gather: Twilio sends an empty `Digits`. */
  readonly emptyDigits: "keypress" | "timeout";
  /** Which of the two texts a condition reads, when `arguments[0]` and the widget's `input` differ. */
  readonly splitReads: "arguments" | "input";
  /** Zone of Liquid's `date`. The support article says PST. */
  readonly liquidTimezone: string;
}

export const DEFAULT_SETTINGS: StudioSettings = {
  emptyDigits: "keypress",
  splitReads: "arguments",
  liquidTimezone: "America/Los_Angeles",
};
