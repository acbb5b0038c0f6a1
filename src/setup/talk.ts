/** A person at a terminal. */
export interface Talk {
  tell(text: string): void;
  ask(question: string): Promise<string>;
  /** As `ask`; nothing that is typed is shown. */
  askHidden(question: string): Promise<string>;
  /** Rejects with Interrupted when the person leaves, by Ctrl-C or Ctrl-D; what was asked is then never answered. */
  readonly left: Promise<never>;
  close(): void;
}

/** The person has left before all was answered. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";

  constructor() {
    super("Interrupted: nothing was written");
  }
}
