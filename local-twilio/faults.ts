/**
 * What can go wrong on purpose. `slow` waits real milliseconds, then answers as usual; `lost` does what was asked, and
 * its answer never arrives: the connection is reset.
 */
export type Fault =
  | { readonly kind: "timeout" }
  | { readonly kind: "reset" }
  | { readonly kind: "lost" }
  | { readonly kind: "garbage" }
  | { readonly kind: "slow"; readonly ms: number }
  | { readonly kind: "status"; readonly status: number };

/** One injected fault: on which target, how often (`times` left out: always), after how many requests that pass. */
export interface FaultRule {
  readonly on: string;
  readonly fault: Fault;
  readonly times?: number;
  readonly after?: number;
}

/** Reads `timeout`, `reset`, `lost`, `garbage`, `slow:<ms>` or `status:<code>`; undefined for anything else. */
export function parseFault(text: string): Fault | undefined {
  if (text === "timeout" || text === "reset" || text === "lost" || text === "garbage") return { kind: text };
  const [, kind, amount] = /^(slow|status):(\d{1,5})$/.exec(text) ?? [];
  if (kind === "slow") return { kind, ms: Number(amount) };
  if (kind === "status") return { kind, status: Number(amount) };
  return undefined;
}

interface Rule {
  readonly pattern: RegExp;
  readonly fault: Fault;
  /** Requests that still pass before the first is broken. */
  passing: number;
  left: number;
}

/**
 * The faults still to be injected. Targets: `function:<path>`, `sync:<METHOD> <map or document>`, `http:<host>`, `smtp`,
 * `build:<unique name of a Serverless Service>` (whatever the fault, the build ends as failed).
 * A `*` in a rule's target stands for any run of characters, so `sync:* *` is every Sync request.
 */
export class Faults {
  readonly #rules: Rule[] = [];
  readonly #seen = new Map<string, number>();

  add({ on, fault, times = Number.POSITIVE_INFINITY, after = 0 }: FaultRule): void {
    this.#rules.push({ pattern: patternOf(on), fault, passing: after, left: times });
  }

  /** Forgets every rule; what was seen stays counted. */
  clear(): void {
    this.#rules.length = 0;
  }

  /** The fault to inject now on `target`, counted as used; undefined when there is none. */
  take(target: string): Fault | undefined {
    this.#seen.set(target, (this.#seen.get(target) ?? 0) + 1);
    const matching = this.#rules.filter(({ pattern }) => pattern.test(target));
    const rule = matching.filter(isDue).find(({ left }) => left > 0);
    if (rule === undefined) return undefined;
    rule.left -= 1;
    return rule.fault;
  }

  /**
   * How many requests have been made so far to the targets that `on` names, broken or not, whether or not a rule was
   * there: `http:*` are those of this process to Twilio and other hosts.
   */
  seen(on: string): number {
    const pattern = patternOf(on);
    return [...this.#seen].reduce((sum, [target, count]) => (pattern.test(target) ? sum + count : sum), 0);
  }
}

/** Whether a request that the rule matches may be broken; one that passes is counted. */
function isDue(rule: Rule): boolean {
  if (rule.passing === 0) return true;
  rule.passing -= 1;
  return false;
}

function patternOf(on: string): RegExp {
  const source = on
    .split("*")
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join(".*");
  return new RegExp(`^${source}$`, "i");
}
