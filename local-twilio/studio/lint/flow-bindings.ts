/** What a flow in the repository leaves to deploying, and which of its ends are meant. */
export interface FlowBindings {
  /** Stands for the deployed Service's address: every URL of the flow begins with it. */
  readonly baseUrl?: string;
  /** Events that end the execution on purpose, as `widget.event`. */
  readonly ends: readonly string[];
  /** What calls the flow: phones that register at a SIP domain have nobody to leave a message for. */
  readonly attach?: "numbers" | "sipDomain";
}
