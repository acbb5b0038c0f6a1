/** What can go wrong on purpose. `slow` waits real milliseconds, then answers as usual. */
export type Fault =
  | { readonly kind: "timeout" }
  | { readonly kind: "reset" }
  | { readonly kind: "garbage" }
  | { readonly kind: "slow"; readonly ms: number }
  | { readonly kind: "status"; readonly status: number };

/** One injected fault: on which target, how often (`times` left out: always). */
export interface FaultRule {
  readonly on: string;
  readonly fault: Fault;
  readonly times?: number;
}

/** Reads `timeout`, `reset`, `garbage`, `slow:<ms>` or `status:<code>`; undefined for anything else. */
export function parseFault(text: string): Fault | undefined {
  if (text === "timeout" || text === "reset" || text === "garbage") return { kind: text };
  const [, kind, amount] = /^(slow|status):(\d{1,5})$/.exec(text) ?? [];
  if (kind === "slow") return { kind, ms: Number(amount) };
  if (kind === "status") return { kind, status: Number(amount) };
  return undefined;
}

/**
 * The faults still to be injected. Targets: `function:<path>`, `sync:<METHOD> <map or document>`, `http:<host>`, `smtp`.
 * A `*` in a rule's target stands for any run of characters, so `sync:* *` is every Sync request.
 */
export class Faults {
  readonly #rules: { pattern: RegExp; fault: Fault; left: number }[] = [];

  add({ on, fault, times = Number.POSITIVE_INFINITY }: FaultRule): void {
    const pattern = on
      .split("*")
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*");
    this.#rules.push({ pattern: new RegExp(`^${pattern}$`, "i"), fault, left: times });
  }

  clear(): void {
    this.#rules.length = 0;
  }

  /** The fault to inject now on `target`, counted as used; undefined when there is none. */
  take(target: string): Fault | undefined {
    const rule = this.#rules.find(({ pattern, left }) => left > 0 && pattern.test(target));
    if (rule === undefined) return undefined;
    rule.left -= 1;
    return rule.fault;
  }
}
