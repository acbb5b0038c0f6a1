import type { Execution } from "./execution";
import type { Flow } from "./flow";

/** An execution and the revision of the flow that it runs to its end; the execution is replaced at every step. */
export interface Running {
  /** How many executions began before it. */
  readonly serial: number;
  readonly callSid: string;
  readonly flow: Flow;
  readonly revision: number;
  /** Epoch milliseconds, as `dateUpdated`. */
  readonly dateCreated: number;
  dateUpdated: number;
  execution: Execution;
}

/** The executions. Of the ended ones only the latest are kept, so that a long run stays flat. */
export class Executions {
  readonly #bySid = new Map<string, Running>();
  readonly #byCall = new Map<string, Running>();
  readonly #ended: Running[] = [];
  #begun = 0;

  constructor(readonly keepEnded = 1000) {}

  /** The latest execution of a call. */
  find(callSid: string): Running | undefined {
    return this.#byCall.get(callSid);
  }

  findBySid(sid: string): Running | undefined {
    return this.#bySid.get(sid);
  }

  /** The executions of a flow, in the order in which they began. */
  ofFlow(flowSid: string): readonly Running[] {
    return [...this.#bySid.values()].filter(({ execution }) => execution.flowSid === flowSid);
  }

  add(beginning: Omit<Running, "serial">): Running {
    const running = { ...beginning, serial: this.#begun };
    const before = this.#byCall.get(running.callSid);
    this.#begun += 1;
    this.#byCall.set(running.callSid, running);
    this.#bySid.set(running.execution.sid, running);
    // No webhook can reach the call's earlier execution any more.
    if (before !== undefined && before.execution.status !== "ended") this.noteEnded(before);
    return running;
  }

  /** Notes that an execution has ended: it may be forgotten from now on. */
  noteEnded(running: Running): void {
    this.#ended.push(running);
    if (this.#ended.length <= this.keepEnded) return;
    const oldest = this.#ended.shift();
    if (oldest === undefined) return;
    this.#bySid.delete(oldest.execution.sid);
    if (this.#byCall.get(oldest.callSid) === oldest) this.#byCall.delete(oldest.callSid);
  }
}
