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

/** What local Twilio saw: requests, and every breach of what Twilio publishes (`complaints`). */
export class Journal {
  readonly functions: FunctionEntry[] = [];
  readonly sync: SyncEntry[] = [];
  readonly complaints: string[] = [];
  readonly #syncBeforeAudible = new Map<string, number>();

  /** @param keep how many entries of each kind are kept: a long run must not grow without end. */
  constructor(readonly keep = 10_000) {}

  noteFunction(entry: FunctionEntry): void {
    push(this.functions, entry, this.keep);
  }

  noteSync(entry: SyncEntry): void {
    push(this.sync, entry, this.keep);
  }

  complain(text: string): void {
    push(this.complaints, text, this.keep);
  }

  /** The caller hears the first word, ring or reject of this call now. Later marks of the same call change nothing. */
  markAudible(callSid: string): void {
    if (this.#syncBeforeAudible.has(callSid)) return;
    this.#syncBeforeAudible.set(callSid, this.sync.filter((entry) => entry.callSid === callSid).length);
  }

  /** How many Sync requests this call had cost when it first became audible. */
  syncRequestsBeforeAudible(callSid: string): number {
    const marked = this.#syncBeforeAudible.get(callSid);
    return marked ?? this.sync.filter((entry) => entry.callSid === callSid).length;
  }

  clear(): void {
    for (const list of [this.functions, this.sync, this.complaints]) list.length = 0;
    this.#syncBeforeAudible.clear();
  }
}

function push<T>(list: T[], entry: T, keep: number): void {
  list.push(entry);
  if (list.length > keep) list.splice(0, list.length - keep);
}
