import type { Execution } from "./execution";
import type { Flow } from "./flow";

/** An execution and the flow it runs; the execution is replaced at every step. */
export interface Running {
  readonly callSid: string;
  readonly flow: Flow;
  execution: Execution;
}

/** The executions by call. Of the ended ones only the latest are kept, so that a long run stays flat. */
export class Executions {
  readonly #byCall = new Map<string, Running>();
  readonly #ended: Running[] = [];

  constructor(readonly keepEnded = 1000) {}

  find(callSid: string): Running | undefined {
    return this.#byCall.get(callSid);
  }

  add(running: Running): void {
    this.#byCall.set(running.callSid, running);
  }

  /** Notes that an execution has ended: it may be forgotten from now on. */
  noteEnded(running: Running): void {
    this.#ended.push(running);
    if (this.#ended.length <= this.keepEnded) return;
    const oldest = this.#ended.shift();
    if (oldest !== undefined && this.#byCall.get(oldest.callSid) === oldest)
      this.#byCall.delete(oldest.callSid);
  }
}
