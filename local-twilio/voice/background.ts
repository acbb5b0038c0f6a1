/** Work that goes on beside a call, and after it: status, recording and transcription callbacks. */
export class Background {
  readonly #pending = new Set<Promise<void>>();

  add(work: Promise<void>): void {
    const watched = work.finally(() => this.#pending.delete(watched));
    // A failure is reported by settled(); without this it would also be an unhandled rejection.
    watched.catch(() => {});
    this.#pending.add(watched);
  }

  /** Resolves once nothing is left to do, also what other work has added meanwhile. */
  async settled(): Promise<void> {
    while (this.#pending.size > 0) await Promise.all(this.#pending);
  }
}
