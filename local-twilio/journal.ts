import type { ReputationSource } from "./reputation";

/** A request that Twilio made to a Function, as it went. `ms` is real time. */
export interface FunctionEntry {
  readonly callSid: string | undefined;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
  readonly parameters: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A request that reached the Sync API. `target` is `<METHOD> <map or document>`. */
export interface SyncEntry {
  readonly callSid: string | undefined;
  readonly target: string;
}

/** A request that asked a source of reputation about a number, which is as it was sent. */
export interface ReputationEntry {
  readonly callSid: string | undefined;
  readonly source: ReputationSource;
  readonly number: string;
}

/** What is remembered of one call. */
interface CallEntry {
  readonly functions: FunctionEntry[];
  syncRequests: number;
  /** How many Sync requests it had cost when it first became audible. */
  syncBeforeAudible?: number;
}

/** What local Twilio saw: requests, and every breach of what Twilio publishes (`complaints`). */
export class Journal {
  readonly sync: SyncEntry[] = [];
  /** Requests to TeleSign and Twilio Lookup, those included whose reply was broken on purpose. */
  readonly reputation: ReputationEntry[] = [];
  readonly complaints: string[] = [];
  readonly #calls = new Map<string, CallEntry>();

  /** @param keep how many calls, and entries of each other kind, are kept: a long run must not grow without end. */
  constructor(readonly keep = 1000) {}

  noteFunction(entry: FunctionEntry): void {
    if (entry.callSid !== undefined) this.#callOf(entry.callSid).functions.push(entry);
  }

  noteSync(entry: SyncEntry): void {
    push(this.sync, entry, 10 * this.keep);
    if (entry.callSid !== undefined) this.#callOf(entry.callSid).syncRequests += 1;
  }

  noteReputation(entry: ReputationEntry): void {
    push(this.reputation, entry, this.keep);
  }

  complain(text: string): void {
    push(this.complaints, text, this.keep);
  }

  /** The requests to Functions that belong to a call, in the order of their answers. */
  functionsOf(callSid: string): readonly FunctionEntry[] {
    return this.#calls.get(callSid)?.functions ?? [];
  }

  /** The caller hears the first word, ring or reject of this call now. Later marks of the same call change nothing. */
  markAudible(callSid: string): void {
    const call = this.#callOf(callSid);
    call.syncBeforeAudible ??= call.syncRequests;
  }

  /** How many Sync requests this call had cost when it first became audible; all of them when it never did. */
  syncRequestsBeforeAudible(callSid: string): number {
    const call = this.#calls.get(callSid);
    return call?.syncBeforeAudible ?? call?.syncRequests ?? 0;
  }

  clear(): void {
    this.sync.length = 0;
    this.reputation.length = 0;
    this.complaints.length = 0;
    this.#calls.clear();
  }

  #callOf(callSid: string): CallEntry {
    const known = this.#calls.get(callSid);
    if (known !== undefined) return known;
    const call = { functions: [], syncRequests: 0 };
    this.#calls.set(callSid, call);
    const [oldest] = this.#calls.keys();
    if (this.#calls.size > this.keep && oldest !== undefined) this.#calls.delete(oldest);
    return call;
  }
}

function push<T>(list: T[], entry: T, keep: number): void {
  list.push(entry);
  if (list.length > keep) list.splice(0, Math.ceil(keep / 10));
}
