/** What deploying fills into a flow, and which of its ends are meant: its entry in bindings.json. */
export interface FlowBindings {
  /** The Serverless Service whose Functions the flow runs. */
  readonly service: string;
  /** Stands for the Service's address: what every URL of the flow begins with. */
  readonly baseUrl: string;
  /** Events that end the call on purpose, as `widget.event`. */
  readonly ends: readonly string[];
  /** What calls the flow. */
  readonly attach: "numbers" | "sipDomain";
  /**
   * Names of values by where they go, as `widget.property` or `widget[condition's friendly name].value`; a placeholder
   * stands there in the file.
   */
  readonly fills: Readonly<Record<string, string>>;
  /** The revision in Studio that was pulled last, and the fingerprint of what it held. */
  readonly pulled?: { readonly revision: number; readonly fingerprint: string } | undefined;
}

/** A flow as the repository has it: nothing in it belongs to an account. */
export interface FlowFile {
  /** The file's name without `.json`. */
  readonly name: string;
  readonly file: string;
  /** Its friendly name in Studio. */
  readonly friendlyName: string;
  readonly definition: unknown;
  readonly bindings: FlowBindings;
  /** What is known of the values that its `fills` name. */
  readonly values?: Readonly<Record<string, string>> | undefined;
}

/** What binding needs to know of a flow. */
export type FlowSource = {
  readonly definition: unknown;
  readonly bindings: Pick<FlowBindings, "baseUrl"> & Partial<Pick<FlowBindings, "fills">>;
};
