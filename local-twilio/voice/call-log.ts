import type { CallEvent, CallOutcome } from "./call-outcome";
import type { Heard } from "./party";

/** Writes down a call while it happens. */
export class CallLog {
  readonly heard: Heard[] = [];
  readonly pressed: string[] = [];
  readonly dialed: CallOutcome["dialed"][number][] = [];
  readonly called: CallOutcome[] = [];
  readonly recordings: CallOutcome["recordings"][number][] = [];
  readonly errors: CallOutcome["errors"][number][] = [];
  readonly events: CallEvent[] = [];
  readonly #now: () => number;
  readonly #start: number;

  /** @param now the clock, in epoch milliseconds; the log starts at its present instant */
  constructor(now: () => number) {
    this.#now = now;
    this.#start = now();
  }

  note(kind: CallEvent["kind"], text: string): void {
    this.events.push({ at: (this.#now() - this.#start) / 1000, kind, text });
  }

  /** Silence after silence is one silence. */
  hear(heard: Heard): void {
    if (heard.kind === "silence" && this.heard.at(-1)?.kind === "silence") return;
    this.heard.push(heard);
    this.note("heard", heard.kind === heard.text ? heard.kind : `${heard.kind}: ${heard.text}`);
  }

  press(keys: string): void {
    this.pressed.push(keys);
    this.note("pressed", keys);
  }

  fail(code: number, message: string): void {
    this.errors.push({ code, message });
    this.note("error", code === 0 ? message : `${code}: ${message}`);
  }
}
