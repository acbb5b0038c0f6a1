/** What takes the place of a flow's placeholders in one account. */
export interface FlowTargets {
  /** What the Service's URLs begin with, such as `https://gatehouse-1234-prod.twil.io`. */
  readonly domainUrl: string;
  /** The SIDs that let Studio's editor show which Function a widget runs; calls work without. */
  readonly service?: FunctionSids | undefined;
  /** Values for the places that bindings.json fills, by name. */
  readonly values?: Readonly<Record<string, string>> | undefined;
}

export interface FunctionSids {
  readonly serviceSid: string;
  readonly environmentSid: string;
  /** By the Function's path, which begins with a slash. */
  readonly functions: ReadonlyMap<string, string>;
}
