import type { Effect, EndReason } from "./events";
import type { Execution } from "./execution";
import type { JsonObject } from "./json";

/** The execution that a step is making, and what it asks of the outside so far. The old execution stays as it was. */
export class Draft {
  readonly effects: Effect[] = [];
  #execution: Execution;

  constructor(
    execution: Execution,
    readonly now: number,
  ) {
    this.#execution = execution;
  }

  get execution(): Execution {
    return this.#execution;
  }

  change(change: Partial<Execution>): void {
    this.#execution = { ...this.#execution, ...change };
  }

  /** Adds a warning, each only once: a loop must not fill the execution with them. */
  warn(message: string): void {
    const { warnings } = this.#execution;
    if (!warnings.includes(message)) this.change({ warnings: [...warnings, message] });
  }

  /** Variables are set at the end of a step: outputs join what the widget's earlier visits left. */
  setVariables(widget: string, outputs: JsonObject, flowVariables: JsonObject): void {
    const { variables } = this.#execution;
    this.change({
      variables: {
        ...variables,
        flow: { ...variables.flow, variables: { ...variables.flow.variables, ...flowVariables } },
        widgets: { ...variables.widgets, [widget]: { ...variables.widgets[widget], ...outputs } },
      },
    });
  }

  /** Notes by which event the present widget was left. */
  noteExit(event: string): void {
    this.change({ exits: [...this.#execution.exits, { event, at: this.now }] });
  }

  end(reason: EndReason, error: string | null = null): void {
    this.change({ status: "ended", awaiting: "nothing", error });
    this.effects.push({ type: "end", reason });
  }
}
