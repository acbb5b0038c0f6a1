interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/**
 * The clock of local Twilio: an hour of ringing takes milliseconds. Time stands still while real work is held
 * (an HTTP exchange, a person thinking) and jumps to the next sleeper as soon as nothing is held any more.
 */
export class SimulatedClock {
  #now: number;
  #held = 0;
  #scheduled = false;
  readonly #anchor: number | undefined;
  readonly #sleepers: Sleeper[] = [];

  /** @param start first instant, in epoch milliseconds. @param followsRealTime also pass as the wall clock does. */
  constructor(start: number, followsRealTime = false) {
    this.#now = start;
    this.#anchor = followsRealTime ? performance.now() : undefined;
  }

  /** The present instant, in epoch milliseconds. */
  now(): number {
    return this.#now + (this.#anchor === undefined ? 0 : Math.floor(performance.now() - this.#anchor));
  }

  /**
   * Resolves once `ms` simulated milliseconds have passed, or at once when the signal cuts the sleep short; `now()` tells
   * how long it was.
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.resolve();
    return new Promise((wake) => {
      const at = this.now() + Math.max(0, ms);
      this.#add(signal === undefined ? { at, wake } : this.#interruptible({ at, wake }, signal));
      this.#schedule();
    });
  }

  /** Runs real work (I/O, a person's answer) during which no simulated time passes. */
  async hold<T>(work: () => Promise<T>): Promise<T> {
    this.#held += 1;
    try {
      return await work();
    } finally {
      this.#held -= 1;
      this.#schedule();
    }
  }

  /** A `Date` that reads this clock: what the Functions host gives to the Functions. */
  get Date(): DateConstructor {
    const now = () => this.now();
    return new Proxy(Date, {
      construct: (target, parts) => Reflect.construct(target, parts.length === 0 ? [now()] : parts),
      apply: () => new Date(now()).toString(),
      get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
    });
  }

  #add(sleeper: Sleeper): void {
    const index = this.#sleepers.findIndex(({ at }) => at > sleeper.at);
    this.#sleepers.splice(index === -1 ? this.#sleepers.length : index, 0, sleeper);
  }

  /** A sleeper that the signal wakes early; it listens to the signal no longer than it sleeps. */
  #interruptible({ at, wake }: Sleeper, signal: AbortSignal): Sleeper {
    const cut = () => {
      this.#sleepers.splice(this.#sleepers.indexOf(sleeper), 1);
      wake();
    };
    const sleeper: Sleeper = {
      at,
      wake: () => {
        signal.removeEventListener("abort", cut);
        wake();
      },
    };
    signal.addEventListener("abort", cut, { once: true });
    return sleeper;
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => this.#advance());
  }

  /**
   * One sleeper a turn of the event loop, so that what it does next is registered before time moves again. Those whose
   * instant has come wake up whatever is held: holding keeps time from passing, not the present from happening.
   */
  #advance(): void {
    this.#scheduled = false;
    const next = this.#sleepers[0];
    if (next === undefined || (this.#held > 0 && next.at > this.now())) return;
    this.#sleepers.shift();
    this.#now += Math.max(0, next.at - this.now());
    next.wake();
    this.#schedule();
  }
}
