import type { SidPrefix } from "../sids";
import type { Flow } from "./flow";
import { assertFlow, parseFlow } from "./parse-flow";

/** @see https://www.twilio.com/docs/studio/rest-api/v2/flow */
export type FlowStatus = "draft" | "published";

/** What is saved as a revision. */
export interface FlowSave {
  readonly friendlyName: string;
  readonly status: FlowStatus;
  /** The parsed JSON, kept as it is. */
  readonly definition: unknown;
  readonly commitMessage: string | null;
}

/** One saved state of a flow, never changed again. @see https://www.twilio.com/docs/studio/rest-api/v2/flow-revision */
export interface FlowRevision extends FlowSave {
  readonly revision: number;
  readonly definition: Flow;
  /** What runs: the definition as the interpreter reads it. */
  readonly flow: Flow;
  /** Epoch milliseconds. */
  readonly dateCreated: number;
}

/** A flow with everything that was ever saved of it, the oldest first. */
export interface FlowRow {
  readonly sid: string;
  /** How many flows were made before it. */
  readonly serial: number;
  readonly revisions: readonly FlowRevision[];
}

/** The account's flows. Whether Studio would take a definition is asked elsewhere: here it only has to be a flow. */
export class FlowCatalog {
  readonly #rows = new Map<string, FlowRow>();
  #made = 0;

  constructor(readonly world: { readonly clock: { now(): number }; sids(prefix: SidPrefix): string }) {}

  /** A new flow, with its first revision. @throws TypeError when the definition has not the shape of a flow */
  create(save: FlowSave): FlowRow {
    const revision = this.#revise(save, 1);
    const row = { sid: this.world.sids("FW"), serial: this.#made, revisions: [revision] };
    this.#made += 1;
    this.#rows.set(row.sid, row);
    return row;
  }

  /** The flow with one revision more: every save is one. @throws TypeError as `create` */
  save(row: FlowRow, save: FlowSave): FlowRow {
    const revision = this.#revise(save, row.revisions.length + 1);
    const saved = { ...row, revisions: [...row.revisions, revision] };
    this.#rows.set(row.sid, saved);
    return saved;
  }

  find(sid: string): FlowRow | undefined {
    return this.#rows.get(sid);
  }

  /** In the order in which they were made. */
  list(): readonly FlowRow[] {
    return [...this.#rows.values()];
  }

  remove(sid: string): void {
    this.#rows.delete(sid);
  }

  #revise(save: FlowSave, revision: number): FlowRevision {
    const definition = structuredClone(save.definition);
    assertFlow(definition);
    const flow = parseFlow(definition);
    return { ...save, definition, flow, revision, dateCreated: this.world.clock.now() };
  }
}

/** What was saved last, draft or published. */
export function latestRevision({ sid, revisions }: FlowRow): FlowRevision {
  const latest = revisions.at(-1);
  if (latest === undefined) throw new RangeError(`Flow ${sid} has no revision`);
  return latest;
}

/** What calls run; undefined when nothing was published yet. */
export function latestPublished({ revisions }: FlowRow): FlowRevision | undefined {
  return revisions.findLast(({ status }) => status === "published");
}
